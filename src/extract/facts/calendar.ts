import { Temporal } from 'temporal-polyfill';

/** ISO days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A unit of the calendar. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';

/** Part of a longer time: the first, the middle or the last third of it. */
export type Part = 'early' | 'mid' | 'late';

/** Where a season begins, by its month; northern, as the press that writes without saying which mostly means. */
const SEASON_STARTS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 } as const;

/** A season by the name that a text gives it. */
export type Season = keyof typeof SEASON_STARTS;

/** The season of that name, in small letters or with a capital; undefined for any other word. */
export function readSeason(word = ''): Season | undefined {
  const name = word.toLowerCase();
  return isSeason(name) ? name : undefined;
}

function isSeason(name: string): name is Season {
  return Object.hasOwn(SEASON_STARTS, name);
}

/** The day of a date; null if the calendar has no such day (February 30). */
export function dayOf(year: number, month: number, day: number): Days | null {
  try {
    const iso = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
    return { from: iso, to: iso };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** All days of a month, 1 to 12. */
export function monthOf(year: number, month: number): Days {
  return months(year, month, 1);
}

/** All days of a year. */
export function yearOf(year: number): Days {
  return months(year, 1, 12);
}

/** All days of the decade that begins with a year: 1990 to 1999. */
export function decadeOf(year: number): Days {
  return { from: yearOf(year).from, to: yearOf(year + 9).to };
}

/** All days of a century as the calendar counts: the 19th is 1801 to 1900. */
export function centuryOf(ordinal: number): Days {
  return { from: yearOf(ordinal * 100 - 99).from, to: yearOf(ordinal * 100).to };
}

/** All days of a quarter, 1 to 4, of the calendar year. */
export function quarterOf(year: number, quarter: number): Days {
  return months(year, quarter * 3 - 2, 3);
}

/** All days of a half, 1 or 2, of the calendar year. */
export function halfOf(year: number, half: number): Days {
  return months(year, half * 6 - 5, 6);
}

/** Three whole months; a winter begins in December of its year. */
export function seasonOf(year: number, season: Season): Days {
  return months(year, SEASON_STARTS[season], 3);
}

/** Where a third of a year begins, by its month. */
const MONTHS_OF_YEAR: Readonly<Record<Part, number>> = { early: 1, mid: 5, late: 9 };

/** Where the thirds of several years begin and end, rounded to whole years: the early 1990s are 1990 to 1992. */
const THIRDS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [0, 1 / 3],
  mid: [1 / 3, 2 / 3],
  late: [2 / 3, 1],
};

/** The first, middle or last third of a stretch of days. */
export function partOf({ from, to }: Days, part: Part): Days {
  const start = Temporal.PlainDate.from(from);
  if (from === yearOf(start.year).from && to === yearOf(start.year).to) {
    return months(start.year, MONTHS_OF_YEAR[part], 4);
  }
  const years = Temporal.PlainDate.from(to).year - start.year + 1;
  if (years > 1 && from === yearOf(start.year).from && to === yearOf(start.year + years - 1).to) {
    const [first, end] = THIRDS[part].map((share) => start.year + Math.round(years * share));
    return { from: yearOf(first ?? start.year).from, to: yearOf((end ?? start.year) - 1).to };
  }
  const length = start.until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1;
  const third = Math.ceil(length / 3);
  const first = part === 'early' ? 0 : part === 'mid' ? third : 2 * third;
  const last = part === 'early' ? third : part === 'mid' ? 2 * third : length;
  return { from: start.add({ days: first }).toString(), to: start.add({ days: last - 1 }).toString() };
}

/**
 * The day, week (from Monday), month, year, decade or century that lies `count` of them from an ISO day; negative for the
 * past. Null if that is outside the years 0 to 9999 ("4.6 billion years ago"), which no ISO day of four digits tells.
 */
export function stepFrom(day: string, unit: CalendarUnit, count: number): Days | null {
  try {
    const days = step(day, unit, count);
    return isOfFourDigits(days.from) && isOfFourDigits(days.to) ? days : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isOfFourDigits(day: string): boolean {
  return /^\d/u.test(day);
}

function step(day: string, unit: CalendarUnit, count: number): Days {
  const date = Temporal.PlainDate.from(day);
  switch (unit) {
    case 'day': {
      const iso = date.add({ days: count }).toString();
      return { from: iso, to: iso };
    }
    case 'week': {
      const monday = date.subtract({ days: date.dayOfWeek - 1 }).add({ weeks: count });
      return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
    }
    case 'month': {
      const month = date.toPlainYearMonth().add({ months: count });
      return monthOf(month.year, month.month);
    }
    case 'year':
      return yearOf(date.year + count);
    case 'decade':
      return decadeOf(Math.floor(date.year / 10) * 10 + count * 10);
    case 'century':
      return centuryOf(Math.floor((date.year - 1) / 100) + 1 + count);
  }
}

/** The nearest day of the week (1 for Monday) at or before an ISO day, or at or after it. */
export function weekdayNear(day: string, weekday: number, direction: 'past' | 'future'): Days {
  const date = Temporal.PlainDate.from(day);
  const back = (date.dayOfWeek - weekday + 7) % 7;
  const found = direction === 'past' ? date.subtract({ days: back }) : date.add({ days: (7 - back) % 7 });
  return { from: found.toString(), to: found.toString() };
}

/** The year, month and day of an ISO day. */
export function partsOf(day: string): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = Temporal.PlainDate.from(day);
  return { year: date.year, month: date.month, day: date.day };
}

function months(year: number, month: number, count: number): Days {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { from: first.toString(), to: first.add({ months: count }).subtract({ days: 1 }).toString() };
}
