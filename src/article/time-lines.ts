import { languageOf } from '../lexicon/language.js';
import { furnitureWords } from './furniture-words.js';

const TIME_WORDS = furnitureWords('timeWords');
const TIME_SIGNS = furnitureWords('timeSigns');

/** A day, a time of day: what a number alone ("48", "2019") is not. */
const DAY_OR_TIME =
  /\d{1,2}[:.h]\d{2}(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)|\d+\s?(?:min|mins)(?!\p{L})/iu;

/** Words of a line that is nothing but a time at most. */
const MOST_WORDS = 16;

const calendars = new Map<string, ReadonlySet<string>>();

/**
 * Whether a line says nothing but when the article was written or how long it takes to read: "5 min read", "Updated 3 March 2025, 14:05",
 * "2 hours ago". A day that ends in a full stop is prose, and so is a number alone.
 */
export function isTimeLine(line: string, language: string): boolean {
  if (line.length > 160 || !/[\p{Nd}]|ago$/iu.test(line) || /(?<!\b[ap]\.m|\p{L}\p{L}\p{L})\.$/iu.test(line))
    return false;
  const words = line
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}.:/-]+/u)
    .map((word) => word.replace(/^[.:/-]+|[:/-]+$/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  const names = calendarOf(language);
  const isName = (word: string): boolean => names.has(word) || names.has(word.replace(/\.$/u, ''));
  const isTime = (word: string): boolean =>
    /^[\p{Nd}.:/h-]+$/u.test(word) ||
    /^\d{1,4}(?:st|nd|rd|th|am|pm|min|mins|h|º)\.?$/u.test(word) ||
    TIME_WORDS.has(word) ||
    isName(word);
  if (!words.every(isTime)) return false;
  return DAY_OR_TIME.test(line) || words.some((word) => TIME_SIGNS.has(word) || isName(word));
}

/** Months and days of the week in a language and in English, long and short, in small letters. */
function calendarOf(language: string): ReadonlySet<string> {
  const primary = languageOf(language).code;
  let names = calendars.get(primary);
  if (names === undefined) {
    names = new Set(['en', primary].flatMap(namesIn));
    calendars.set(primary, names);
  }
  return names;
}

function namesIn(language: string): string[] {
  const names: string[] = [];
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let i = 0; i < 12; i += 1) {
      const day = new Date(Date.UTC(2024, i, 1));
      names.push(month.format(day));
      names.push(...dated.formatToParts(day).flatMap(({ type, value }) => (type === 'month' ? [value] : [])));
    }
    for (let i = 1; i <= 7; i += 1) names.push(weekday.format(new Date(Date.UTC(2024, 0, i))));
  }
  return names.map((name) => name.toLowerCase().replace(/\.$/u, ''));
}
