import {
  centuryOf,
  type Days,
  dayOf,
  decadeOf,
  halfOf,
  monthOf,
  quarterOf,
  readSeason,
  seasonOf,
  yearOf,
} from './calendar.js';
import { narrow, PART } from './date-part.js';
import { type DatePattern, form } from './date-pattern.js';
import { ORDINAL, readOrdinal } from './number-words.js';

const YEAR = '(?:1\\d{3}|20\\d{2})';
/** What every year in digits begins with. */
const YEARS = ['1', '20'];

const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A year of two digits is of this century up to here, of the last one from here on. */
const LAST_OF_THIS = 50;

function yearOfTwo(digits: string): number {
  const year = Number(digits);
  return year > LAST_OF_THIS ? 1900 + year : 2000 + year;
}

/** "09-JAN-2027", "21 Apr '16". */
function readShort({
  day = '',
  month = '',
  year = '',
}: Readonly<Record<string, string | undefined>>): Days | null {
  const place = SHORT_MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  return dayOf(year.length === 2 ? yearOfTwo(year) : Number(year), place + 1, Number(day));
}

/** Dates that name their year, decade or century, in forms that the date library does not read, or reads without telling how long a time they mean. */
export const DATES_BY_YEAR: readonly DatePattern[] = [
  {
    needs: ['-'],
    pattern: form(`(?<day>\\d{1,2})-(?<month>${SHORT_MONTHS.join('|')})-(?<year>${YEAR})`),
    read: readShort,
  },
  {
    needs: ["'", '\u2019'],
    pattern: form(
      `(?<day>\\d{1,2}) (?<month>${SHORT_MONTHS.join('|')})\\p{L}*\\.? ['\\u2019](?<year>\\d{2})`,
    ),
    read: readShort,
  },
  {
    needs: ['/'],
    pattern: form(`(?<month>0[1-9]|1[0-2])/(?<year>${YEAR})`),
    read: ({ month = '', year = '' }) => monthOf(Number(year), Number(month)),
  },
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
    needs: ["'", '\u2019'],
    pattern: form(
      "(?:(?<season>spring|summer|autumn|fall|winter) (?:of )?|(?<=\\b(?:in|since|until|from|of) ))['\\u2019](?<year>\\d{2})(?![\\ds])",
    ),
    read: ({ season, year = '' }) => {
      const named = readSeason(season);
      return named === undefined ? yearOf(yearOfTwo(year)) : seasonOf(yearOfTwo(year), named);
    },
  },
  {
    needs: ['spring', 'summer', 'autumn', 'fall', 'winter'],
    pattern: form(`(?<season>spring|summer|autumn|fall|winter)(?: of)?,? (?<year>${YEAR})`),
    read: ({ season, year }) => {
      const named = readSeason(season);
      return named === undefined ? undefined : seasonOf(Number(year), named);
    },
  },
  {
    needs: ['/', '.'],
    pattern: form(`(?<first>\\d{1,2})[./](?<second>\\d{1,2})[./](?<year>${YEAR})`),
    read: ({ first, second, year }) => readNumeric(Number(first), Number(second), Number(year)),
  },
];

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

/** Which of two numbers is the month only shows where the other is above twelve. */
function readNumeric(first: number, second: number, year: number): Days | null {
  if (first > 12) return dayOf(year, second, first);
  return second > 12 || first === second ? dayOf(year, first, second) : null;
}
