import * as chrono from 'chrono-node/en';
import type { Span } from '../../article/span.js';
import { type Days, dayOf, monthOf, partsOf, weekdayNear } from './calendar.js';
import type { Direction } from './date-direction.js';
import { narrowBy } from './date-part.js';
import type { DateContext, FoundDate } from './found-date.js';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?=\\s\\d)))';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.)';
const WHOLE_MONTH = new RegExp(`^${MONTH}$`, 'u');
const NAMES_DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${MONTH}|${WEEKDAY})(?![\\p{L}\\p{N}])|\\d{4}-\\d{2}-\\d{2}`,
  'u',
);
/**
 * The dates of a sentence that name a month or a day of the week, as chrono-node reads them, in order; offsets count from
 * the sentence's start, which is at `offset` of the text. None if no month, weekday or ISO day is named.
 */
export function findNamedDates(body: string, offset: number, around: DateContext): FoundDate[] {
  if (!NAMES_DATE.test(body)) return [];
  const reference = new Date(`${around.published ?? UNDATED}T12:00:00`);
  const results = dateReader().parse(toParse(body), reference);
  let { year } = around;
  const found = results.flatMap((result, i): FoundDate[] => {
    const span = trimResult(body, result.index, result.text);
    const words = body.slice(span.start, span.end);
    if (!NAMES_DATE.test(words) || isInTitle(body, span)) return [];
    // No verb tells when "November's election" is.
    const isOwner = /^['’]s\s/u.test(body.slice(span.end)) && WHOLE_MONTH.test(words);
    const direction = isOwner ? null : around.directionAt(offset + span.start);
    const context = { ...around, year, direction };
    const shared = sharedYear(body, result, results[i + 1]);
    const days = readDays(
      result,
      words,
      shared === null ? context : { ...context, published: null, year: { year: shared, direction } },
    );
    if (days === undefined) return [];
    const named = /\d{4}/u.exec(words);
    if (named !== null) year = { year: Number(named[0]), direction };
    if (NAMED_DAY.test(body.slice(span.end)) && !/\d{4}/u.test(words)) return [{ ...span, days: null }];
    const part = narrowBy(body.slice(0, span.start), days);
    return [{ start: span.start - part.length, end: span.end, days: part.days }];
  });
  return joinBetween(body, found);
}

/** "between June 30 and July 2" is one time from the first day to the last. */
function joinBetween(body: string, dates: readonly FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const isTo =
      before !== undefined &&
      /\bbetween\s$/iu.test(body.slice(0, before.start)) &&
      /^\sand\s(?:on\s)?$/u.test(body.slice(before.end, date.start));
    if (!isTo) {
      joined.push(date);
      continue;
    }
    const days = before.days === null || date.days === null ? null : rangeOf(before.days, date.days);
    joined[joined.length - 1] = { start: before.start, end: date.end, days };
  }
  return joined;
}

/** What begins in one year may end in the next; null if it would end before it begins all the same. */
function rangeOf({ from }: Days, { to }: Days): Days | null {
  if (from <= to) return { from, to };
  const { year, month, day } = partsOf(to);
  const later = dayOf(year + 1, month, day);
  return later === null || later.to < from ? null : { from, to: later.to };
}

/** The text for chrono-node, letter for letter as long: ranges with a hyphen, and no time of day between "on" and the date. */
function toParse(body: string): string {
  return body
    .replace(/(?<=\d)\u2013(?=\s?(?:\d|\p{Lu}))/gu, '-')
    .replace(/\b(?:the )?(?:night|morning|evening|afternoon|eve) of (?=\d|\p{Lu})/gu, (words) =>
      ' '.repeat(words.length),
    );
}

/** The year of the next date if it holds for this one too ("between March and June 2020"). */
function sharedYear(
  body: string,
  result: chrono.ParsedResult,
  next: chrono.ParsedResult | undefined,
): number | null {
  if (
    next === undefined ||
    !/^,? (?:and|to|or|until|through) $/u.test(body.slice(result.index + result.text.length, next.index))
  ) {
    return null;
  }
  return /\d{4}/u.test(next.text) && !/\d{4}/u.test(result.text) ? next.start.get('year') : null;
}

/** Behind a day that has become a name ('the Sept. 11 attacks'), whose year is not the last one. */
const NAMED_DAY =
  /^\s(?:\p{L}+\s){0,2}(?:attacks?|anniversary|memorial|massacre|terror\w*|uprising|revolution|movement|coup)\b/u;

/** Parsers of chrono-node for times without a day, a month or a weekday, which are read by patterns of our own: half of the time. */
const UNUSED_PARSER = /TimeUnit|Slash|CasualDate|RelativeDate|EndOfCurrentMonth/u;

let reader: chrono.Chrono | undefined;

function dateReader(): chrono.Chrono {
  reader ??= new chrono.Chrono({
    parsers: chrono.casual.parsers.filter((parser) => !UNUSED_PARSER.test(parser.constructor.name)),
    refiners: chrono.casual.refiners,
  });
  return reader;
}

/** A day to read undated articles by; nothing that depends on it is kept. */
const UNDATED = '2000-01-01';

/** Without a preposition before it, a mark after it, or a two-digit "year" that counts something ("on March 5, 55 people"). */
function trimResult(body: string, index: number, text: string): Span {
  const bare = text
    .replace(/,?\s+'?\d{2}$/u, (tail) =>
      /\p{L}\.?\s+\d{1,2},?\s/u.test(`${text.slice(0, -tail.length)} `) ? '' : tail,
    )
    .replace(/(?<=day)\s+\d{1,2}$/u, (tail) =>
      /^\s\p{Ll}/u.test(body.slice(index + text.length)) ? '' : tail,
    )
    .replace(/(?:\s+of)?[\s,;:]+$|\s+of$/u, '');
  const lead = /^(?:(?:on|at|in|by|from|since|until|of|for|noon|midnight)\s+)+/iu.exec(bare)?.[0].length ?? 0;
  const dot =
    body.charAt(index + bare.length) === '.' && /(?:^|\s)\p{L}{3,5}$/u.test(bare) && isShortName(bare);
  return { start: index + lead, end: index + bare.length + (dot ? 1 : 0) };
}

/** “Fox News Sunday”: the day ends a name in quotation marks. */
function isInTitle(body: string, { start, end }: Span): boolean {
  return /\p{Lu}[\p{L}'’]*\s$/u.test(body.slice(0, start)) && /^,?[”’"»]/u.test(body.slice(end));
}

function isShortName(text: string): boolean {
  return /(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)$/u.test(text);
}

/** A date as read, with whether it is of what was or is to come. */
type NamedContext = DateContext & { readonly direction: Direction | null };

type Components = chrono.ParsedResult['start'];

function readDays(
  result: chrono.ParsedResult,
  words: string,
  context: NamedContext,
): Days | null | undefined {
  const hasYear = /\d{4}/u.test(words);
  if (result.end === null || result.end === undefined)
    return readComponents(result.start, words, hasYear, context);
  // What ends in a year begins in it, or in the one before: "December 30–January 2".
  const to = readComponents(result.end, words, hasYear, context);
  if (to === null || to === undefined) return to;
  const ending = { ...context, published: to.to, direction: 'past' as const };
  const from = readComponents(result.start, words, hasYear, ending);
  if (from === null || from === undefined) return from;
  return to.to < from.from ? null : { from: from.from, to: to.to };
}

function readComponents(
  parts: Components,
  words: string,
  hasYear: boolean,
  context: NamedContext,
): Days | null | undefined {
  const month = parts.get('month');
  const day = parts.get('day');
  const year = parts.get('year');
  if (month === null || day === null || year === null) return undefined;
  if (parts.isCertain('month')) {
    const isDay = parts.isCertain('day');
    const of = (y: number): Days | null => (isDay ? dayOf(y, month, day) : monthOf(y, month));
    if (hasYear) return of(year);
    return chooseYear(of, words, context);
  }
  const weekday = parts.get('weekday');
  if (weekday === null || !parts.isCertain('weekday')) return undefined;
  if (context.published === null) return null;
  const direction = directionOf(words, context);
  return direction === null ? null : weekdayNear(context.published, weekday === 0 ? 7 : weekday, direction);
}

function directionOf(words: string, { direction }: NamedContext): Direction | null {
  if (/^last\b/iu.test(words)) return 'past';
  return /^(?:next|this coming)\b/iu.test(words) ? 'future' : direction;
}

/** Years by which a paragraph must look back before its own year counts for more than the article's. */
const LOOKS_BACK = 2;

function chooseYear(of: (year: number) => Days | null, words: string, context: NamedContext): Days | null {
  const { published, year } = context;
  const direction = directionOf(words, context);
  if (published === null) {
    // "Catches have fallen since 2017. The board will decide in August."
    const isOther = direction === 'future' && year?.direction === 'past';
    return year === null || isOther ? null : of(year.year);
  }
  const now = partsOf(published).year;
  if (year !== null && now - year.year >= LOOKS_BACK && direction !== 'future') return of(year.year);
  const thisYear = of(now);
  if (thisYear === null) return of(now - 1) ?? of(now + 1);
  if (direction === null) return null;
  if (direction === 'past') return thisYear.from > published ? of(now - 1) : thisYear;
  return thisYear.to < published ? of(now + 1) : thisYear;
}
