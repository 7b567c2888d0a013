import type { Span } from '../../article/span.js';
import {
  type CalendarUnit,
  centuryOf,
  type Days,
  dayOf,
  decadeOf,
  halfOf,
  monthOf,
  type Part,
  partOf,
  quarterOf,
  type Season,
  seasonOf,
  stepFrom,
  yearOf,
} from './calendar.js';
import { ORDINAL, readNumber, readOrdinal, WORD_NUMBER } from './number-words.js';

/** A date as it stands in a text, and the days it means; null where they cannot be told. */
export interface FoundDate extends Span {
  readonly days: Days | null;
}

/** A form in which dates are written, and how it is read; `read` gives undefined for what is no date after all. */
export interface DatePattern {
  /** Parts of words, in small letters, of which a text that has such a date has one: looking for them is cheap. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    published: string | null,
  ) => Days | null | undefined;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const YEAR = '(?:1\\d{3}|20\\d{2})';
const PART =
  '(?:(?:(?<part>early|mid|late)[- ](?:in )?|(?:the )?(?<end>beginning|start|middle|end) of )(?:the )?)?';
const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
};

/** The days of a stretch, or of the part of it that the words before it name. */
export function narrow(days: Days, word: string | undefined): Days {
  const part = word === undefined ? undefined : PARTS[word.toLowerCase()];
  return part === undefined ? days : partOf(days, part);
}

const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const UNITS: Readonly<Record<string, CalendarUnit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  decade: 'decade',
  century: 'century',
  centurie: 'century',
};
const DAY_STEPS: Readonly<Record<string, number>> = {
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tomorrow: 1,
};

/** What every year in digits begins with. */
const YEARS = ['1', '20'];

/** Forms of dates that the date library does not read, or reads without telling how long a time they mean. */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    needs: YEARS,
    pattern: form(`(?<from>${YEAR})\\s?[\\u2013\\u2014-]\\s?(?<to>${YEAR}|\\d{2})(?![\\d-])`),
    read: ({ from = '', to = '' }) => readYears(from, to),
  },
  {
    needs: YEARS,
    pattern: form(`(?<=(?:between|from) )(?<from>${YEAR}) (?:and|to|until|through) (?<to>${YEAR})`),
    read: ({ from = '', to = '' }) => readYears(from, to),
  },
  {
    needs: YEARS,
    pattern: form(`${PART}(?<year>${YEAR})(?:['\\u2019]?s)(?!\\w)`),
    read: ({ year = '', part, end }) =>
      year.endsWith('0') ? narrow(decadeOf(Number(year)), part ?? end) : undefined,
  },
  {
    needs: ['0s', '0\u2019s', "0's"],
    pattern: form(`(?<=\\bthe )(?:(?<part>early|mid|late)[- ])?(?<tens>[2-9])0['\\u2019]?s`),
    read: ({ tens, part }) => narrow(decadeOf(1900 + 10 * Number(tens)), part),
  },
  {
    needs: ['year'],
    pattern: form(`(?<month>${MONTHS.join('|')})(?: of)? (?<step>last|this|next) year`),
    read: ({ month = '', step = '' }, published) => {
      if (published === null) return null;
      const place = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
      return monthOf(Number(published.slice(0, 4)) + (STEPS[step.toLowerCase()] ?? 0), place + 1);
    },
  },
  {
    needs: ['early-', 'mid-', 'late-'],
    pattern: form(`(?<part>early|mid|late)-(?<year>${YEAR})`),
    read: ({ year, part }) => narrow(yearOf(Number(year)), part),
  },
  {
    needs: ['0s'],
    pattern: form(`${PART}['\\u2019](?<tens>\\d)0s`),
    read: ({ tens, part, end }) => narrow(decadeOf(1900 + 10 * Number(tens)), part ?? end),
  },
  {
    needs: ['centur'],
    pattern: form(`${PART}(?<ordinal>${ORDINAL})[- ]centur(?:y|ies)(?<era> (?:BC|BCE|CE|AD))?`),
    read: ({ ordinal = '', era = '', part, end }) => {
      const count = readOrdinal(ordinal);
      return count === null || /BC/u.test(era) ? null : narrow(centuryOf(count), part ?? end);
    },
  },
  {
    needs: ['bc', 'ad', 'ce'],
    pattern:
      /(?<![\w.,])(?:(?<before>AD|CE) (?<first>\d{1,4})|(?<year>\d{1,4}) (?<era>BC|BCE|AD|CE))(?!\w)/gu,
    read: ({ first, year, era }) => (era?.startsWith('BC') ? null : yearOf(Number(first ?? year))),
  },
  {
    needs: ['quarter', 'half'],
    pattern: form(
      `(?<which>${ORDINAL}|final|last) (?<unit>quarter|half) (?:of )?(?:the (?:fiscal )?year )?(?<year>${YEAR})`,
    ),
    read: ({ which = '', unit, year }) => readYearPart(which, unit, Number(year)),
  },
  {
    needs: ['q'],
    pattern: form(`Q(?<quarter>[1-4]) (?<year>${YEAR})`),
    read: ({ quarter, year }) => quarterOf(Number(year), Number(quarter)),
  },
  {
    needs: ['spring', 'summer', 'autumn', 'fall', 'winter'],
    pattern: form(`(?<season>spring|summer|autumn|fall|winter)(?: of)?,? (?<year>${YEAR})`),
    read: ({ season, year }) => (isSeason(season) ? seasonOf(Number(year), season) : undefined),
  },
  {
    needs: ['spring', 'summer', 'autumn', 'winter'],
    pattern: form('(?<step>last|this|next) (?<season>spring|summer|autumn|winter)'),
    read: ({ step = '', season }, published) => readSeason(step, season, published),
  },
  {
    needs: ['last', 'this', 'next'],
    pattern: form(
      '(?:(?:earlier|later|early|late) )?(?<step>last|this|next) (?<unit>week|month|year|decade|century)',
    ),
    read: ({ step = '', unit = '' }, published) => readStep(STEPS[step.toLowerCase()], unit, published),
  },
  {
    needs: ['ago'],
    pattern: form(
      `(?:(?:about|around|nearly|almost|some|over|more than|just over|less than|roughly) )?(?<count>${WORD_NUMBER}|\\d[\\d,.]*(?: (?:hundred|thousand|million|billion|trillion))?|an?) (?<unit>day|week|month|year|decade|centurie|century)s? ago`,
    ),
    read: ({ count = '', unit = '' }, published) => {
      const steps = /^an?$/iu.test(count) ? 1 : readNumber(count);
      return readStep(steps === null ? undefined : -steps, unit, published);
    },
  },
  {
    needs: ['later', 'earlier', 'after', 'before'],
    pattern: form(
      `(?:${WORD_NUMBER}|\\d+|an?|the|several|a few) (?:day|week|month|year|decade)s? (?:later|earlier|afterwards?|before)(?! th)`,
    ),
    read: () => null,
  },
  {
    needs: ['following', 'next', 'previous', 'same'],
    pattern: form(
      '(?:the )?(?:following|next|previous|same) (?:day|morning|afternoon|evening|night|week|weekend|month|year|spring|summer|autumn|winter)',
    ),
    read: () => null,
  },
  {
    needs: ['today', 'tonight', 'tomorrow', 'yesterday', 'last', 'this'],
    pattern: form(
      "(?<word>yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))(?![\\u2019'\\w])",
    ),
    read: ({ word = '' }, published) => readStep(DAY_STEPS[word.toLowerCase()], 'day', published),
  },
  {
    needs: ['/', '.'],
    pattern: form(`(?<first>\\d{1,2})[./](?<second>\\d{1,2})[./](?<year>${YEAR})`),
    read: ({ first, second, year }) => readNumeric(Number(first), Number(second), Number(year)),
  },
  {
    needs: [':', 'm', 'clock', '.'],
    pattern:
      /(?<![\w.:])(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\.|[ap]m(?!\w))|\d{1,2}\so['\u2019]clock|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))/giu,
    read: () => null,
  },
];

/** A pattern that begins and ends at the edge of a word; a space stands for any, as lines are wrapped. */
function form(source: string): RegExp {
  return new RegExp(`(?<![\\w\\u2019'$\\u20ac\\u00a3.,])${source.replaceAll(' ', '\\s')}(?!\\w)`, 'giu');
}

function readYears(from: string, to: string): Days | null | undefined {
  const first = Number(from);
  const last = to.length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to);
  return last <= first ? undefined : { from: yearOf(first).from, to: yearOf(last).to };
}

function readYearPart(which: string, unit: string | undefined, year: number): Days | undefined {
  const most = unit === 'half' ? 2 : 4;
  const count = /^(?:final|last)$/iu.test(which) ? most : (readOrdinal(which) ?? 0);
  if (count < 1 || count > most) return undefined;
  return unit === 'half' ? halfOf(year, count) : quarterOf(year, count);
}

function isSeason(word: string | undefined): word is Season {
  return word !== undefined && /^(?:spring|summer|autumn|fall|winter)$/u.test(word);
}

/** "Last summer" is the latest that has begun before the month of writing, "next summer" the first that has not. */
function readSeason(
  step: string,
  season: string | undefined,
  published: string | null,
): Days | null | undefined {
  if (!isSeason(season)) return undefined;
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  const thisYear = seasonOf(year, season);
  if (step.toLowerCase() === 'last') return thisYear.to < published ? thisYear : seasonOf(year - 1, season);
  if (step.toLowerCase() === 'next') return thisYear.from > published ? thisYear : seasonOf(year + 1, season);
  return thisYear;
}

function readStep(
  count: number | undefined,
  unit: string,
  published: string | null,
): Days | null | undefined {
  const known = UNITS[unit.toLowerCase()];
  if (count === undefined || known === undefined) return undefined;
  return published === null || !Number.isInteger(count) ? null : stepFrom(published, known, count);
}

/** Which of two numbers is the month only shows where the other is above twelve. */
function readNumeric(first: number, second: number, year: number): Days | null {
  if (first > 12) return dayOf(year, second, first);
  return second > 12 || first === second ? dayOf(year, first, second) : null;
}
