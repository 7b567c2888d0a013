import { type CalendarUnit, type Days, monthOf, readSeason, seasonOf, stepFrom } from './calendar.js';
import { type DatePattern, form } from './date-pattern.js';
import { readNumber, WORD_NUMBER } from './number-words.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
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
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
  'last night': -1,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tomorrow: 1,
};

/** Dates told from the day of writing ("two weeks ago", "last summer"); those told from another day, and times of a day, have none that can be told. */
export const RELATIVE_DATES: readonly DatePattern[] = [
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
    needs: ['last', 'next'],
    pattern: form(`(?<step>last|next) (?<month>${MONTHS.join('|')})(?! \\d)`),
    read: ({ step = '', month = '' }, published) => readNearMonth(step, month, published),
  },
  {
    needs: ['spring', 'summer', 'autumn', 'winter'],
    pattern: form('(?<step>last|this|next) (?<season>spring|summer|autumn|winter)'),
    read: ({ step = '', season }, published) => readNearSeason(step, season, published),
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
      `(?:(?:about|around|nearly|almost|some|over|more than|just over|less than|roughly) )?(?<!\\d )(?<count>${WORD_NUMBER}|\\d[\\d,.]*(?: (?:hundred|thousand|million|billion|trillion))?|an?) (?<unit>day|week|month|year|decade|centurie|century)s? ago`,
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
      "(?<word>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))(?![\\u2019'\\w])",
    ),
    read: ({ word = '' }, published) =>
      readStep(DAY_STEPS[word.toLowerCase().replace(/\s+/gu, ' ')], 'day', published),
  },
  {
    needs: [':', 'm', 'clock', '.'],
    pattern:
      /(?<![\w.:])(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\.|[ap]m(?!\w))|\d{1,2}\so['\u2019]clock|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))/giu,
    read: () => null,
  },
];

/** "Last May" is the latest that is over, "next May" the first that has not begun. */
function readNearMonth(step: string, name: string, published: string | null): Days | null {
  if (published === null) return null;
  const place = MONTHS.findIndex((month) => month.toLowerCase() === name.toLowerCase()) + 1;
  const year = Number(published.slice(0, 4));
  const thisYear = monthOf(year, place);
  if (step.toLowerCase() === 'last') return thisYear.to < published ? thisYear : monthOf(year - 1, place);
  return thisYear.from > published ? thisYear : monthOf(year + 1, place);
}

/** "Last summer" is the latest that has begun before the month of writing, "next summer" the first that has not. */
function readNearSeason(
  step: string,
  word: string | undefined,
  published: string | null,
): Days | null | undefined {
  const season = readSeason(word);
  if (season === undefined) return undefined;
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
