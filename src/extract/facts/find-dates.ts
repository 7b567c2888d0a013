import * as chrono from 'chrono-node';
import type { Span } from '../../article/span.js';
import { type Days, dayOf, monthOf, partsOf, weekdayNear, yearOf } from './calendar.js';
import { DATE_PATTERNS, type FoundDate, narrow } from './date-patterns.js';

/** What the dates of a sentence are read by. */
export interface DateContext {
  /** The ISO day of the article, or null. */
  readonly published: string | null;
  /** The last year named before in the paragraph, or null. */
  readonly year: number | null;
  /** Whether a date that begins at an offset of the text is of what is to come. */
  readonly isFutureAt: (start: number) => boolean;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?=\\s\\d)))';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.)';
const NAMES_DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${MONTH}|${WEEKDAY})(?![\\p{L}\\p{N}])|\\d{4}-\\d{2}-\\d{2}`,
  'u',
);
const PART_BEFORE = /(?<!\p{L})(?:(early|mid|late)[- ](?:in )?|(?:the )?(beginning|start|middle|end) of )$/iu;
const YEAR = /(?<![\p{L}\p{N}.,$€£/:#-])(1\d{3}|20\d{2})(?![\p{L}\p{N}/:]|[.,]\d|-\d{1,3}(?!\d))/gu;
const HAS_DIGIT_OR_TIME_WORD =
  /\d|\b(?:ago|last|this|next|following|previous|same|earlier|later|before|after\w*|yesterday|to(?:day|night|morrow)|centur(?:y|ies))\b/iu;

/**
 * The dates of a sentence, in order, not overlapping; the words around them ("on", "in") are not part of them.
 *
 * A day of the week or a month without a year is the last one before the article's day, or the next where it is
 * of what is to come; in an undated article the year named before in the paragraph counts. Days
 * and months are read by chrono-node, longer and vaguer times by patterns of our own.
 *
 * Gets wrong: a month without a year in a look back that names no year nearby.
 */
export function findDates(text: string, sentence: Span, context: DateContext): FoundDate[] {
  const body = text.slice(sentence.start, sentence.end);
  const found = [
    ...(NAMES_DATE.test(body) ? readNamed(body, sentence.start, context) : []),
    ...(HAS_DIGIT_OR_TIME_WORD.test(body) ? [...readPatterns(body, context), ...readYears(body)] : []),
  ];
  return keepLongest(found).map(({ start, end, days }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
    days,
  }));
}

function keepLongest(found: readonly FoundDate[]): FoundDate[] {
  const kept: FoundDate[] = [];
  for (const date of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => date.start < other.end && other.start < date.end)) kept.push(date);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function readPatterns(body: string, { published }: DateContext): FoundDate[] {
  const small = body.toLowerCase();
  return DATE_PATTERNS.filter(({ needs }) => needs.some((part) => small.includes(part))).flatMap(
    ({ pattern, read }) =>
      Array.from(body.matchAll(pattern)).flatMap((match) => {
        const days = read(match.groups ?? {}, published);
        const isName =
          /^\p{Lu}/u.test(match.groups?.word ?? '') && /\p{L}\s$/u.test(body.slice(0, match.index));
        if (days === undefined || isName) return [];
        return [{ start: match.index, end: match.index + match[0].length, days }];
      }),
  );
}

function readNamed(body: string, offset: number, around: DateContext): FoundDate[] {
  const reference = new Date(`${around.published ?? UNDATED}T12:00:00`);
  const results = dateReader().parse(body, reference);
  return results.flatMap((result, i) => {
    const span = trimResult(body, result.index, result.text);
    const words = body.slice(span.start, span.end);
    if (!NAMES_DATE.test(words) || isInTitle(body, span)) return [];
    const context = { ...around, isFuture: around.isFutureAt(offset + span.start) };
    const shared = sharedYear(body, result, results[i + 1]);
    const days = readDays(
      result,
      words,
      shared === null ? context : { ...context, published: null, year: shared },
    );
    if (days === undefined) return [];
    if (NAMED_DAY.test(body.slice(span.end)) && !/\d{4}/u.test(words)) return [{ ...span, days: null }];
    const part = PART_BEFORE.exec(body.slice(0, span.start));
    if (part === null) return [{ ...span, days }];
    const narrowed = days === null ? null : narrow(days, part[1] ?? part[2]);
    return [{ start: span.start - part[0].length, end: span.end, days: narrowed }];
  });
}

/** The year of the next date where it holds for this one too ("between March and June 2020"). */
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
    parsers: chrono.en.casual.parsers.filter((parser) => !UNUSED_PARSER.test(parser.constructor.name)),
    refiners: chrono.en.casual.refiners,
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
    .replace(/(?:\s+of)?[\s,;:]+$|\s+of$/u, '');
  const lead = /^(?:(?:on|at|in|by|from|since|until|of|for)\s+)+/iu.exec(bare)?.[0].length ?? 0;
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

/** A date as read, with whether it is of what is to come. */
type NamedContext = DateContext & { readonly isFuture: boolean };

type Components = chrono.ParsedComponents;

function readDays(
  result: chrono.ParsedResult,
  words: string,
  context: NamedContext,
): Days | null | undefined {
  const hasYear = /\d{4}/u.test(words);
  const from = readComponents(result.start, words, hasYear, context);
  if (result.end === null || result.end === undefined || from === null || from === undefined) return from;
  const to = readComponents(result.end, words, hasYear, context);
  if (to === null || to === undefined) return to;
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
  const near = weekdayNear(context.published, weekday === 0 ? 7 : weekday, direction);
  return near;
}

function directionOf(words: string, { isFuture }: NamedContext): 'past' | 'future' {
  if (/^last\b/iu.test(words)) return 'past';
  return isFuture || /^(?:next|this coming)\b/iu.test(words) ? 'future' : 'past';
}

/** Years by which a paragraph must look back before its own year counts for more than the article's. */
const LOOKS_BACK = 2;

function chooseYear(of: (year: number) => Days | null, words: string, context: NamedContext): Days | null {
  const { published, year } = context;
  if (published === null) return year === null ? null : of(year);
  const now = partsOf(published).year;
  if (year !== null && now - year >= LOOKS_BACK && !context.isFuture) return of(year);
  const thisYear = of(now);
  if (thisYear === null) return of(now - 1) ?? of(now + 1);
  if (directionOf(words, context) === 'past') return thisYear.from > published ? of(now - 1) : thisYear;
  return thisYear.to < published ? of(now + 1) : thisYear;
}

const ALWAYS_YEAR =
  /(?:^|[\s(\u2014])(?:in|since|until|till|during|circa|ca?\.|early|late|mid|year|season|fiscal|spring|summer|autumn|winter|election)\s$|\($/iu;
const MAYBE_YEAR =
  /(?:^|\s)(?:by|from|before|after|around|about|of|and|to|or|between|through|the|an?|his|her|its|their|our|my|your|this|that|entire|whole|for|than|\p{L}+['\u2019]s|\p{L}+s['\u2019])\s$/iu;
const NO_PLURAL =
  '(?!(?:as|was|is|has|its|his|this|thus|across|unless|less|perhaps|towards|besides|news|olympics|games|series|elections|he|she|it|they|we|who|which|that|and|or|to|in|on|at|with|the|when|but)\\b)';
/** What follows a number that counts or measures and so is no year. */
const COUNTS_SOMETHING = new RegExp(
  `^[\\s-]?(?:%|(?:percent|per cent|people|men|women|children|of|km|kg|m|ft|mph|hours)\\b|(?:${NO_PLURAL}\\p{Ll}+[ -]){0,2}${NO_PLURAL}\\p{Ll}{2,}(?<!s)s\\b)`,
  'u',
);
/** “In 1541, 1563 and 1581”. */
const YEAR_BEFORE = /(?:1\d{3}|20\d{2}),\s$/u;
const NAME_BEFORE = /\p{Lu}[\p{L}.]*\s$/u;
const STARTS_STATEMENT = /^\s(?:was|is|saw|has|had|will|brought|marked|became)\b/u;

/**
 * Years by themselves, told from counts by the words around them.
 *
 * Gets wrong: "the 2000 strong crowd".
 */
function readYears(body: string): FoundDate[] {
  return Array.from(body.matchAll(YEAR)).flatMap((match) => {
    const before = body.slice(0, match.index);
    const after = body.slice(match.index + match[0].length);
    const isCount = COUNTS_SOMETHING.test(after);
    const isYear =
      (ALWAYS_YEAR.test(before) && !/^\s(?:people|men|women|children)\b/u.test(after)) ||
      (MAYBE_YEAR.test(before) && !isCount) ||
      ((NAME_BEFORE.test(before) || YEAR_BEFORE.test(before)) && !isCount) ||
      (before.trim() === '' && STARTS_STATEMENT.test(after));
    if (!isYear) return [];
    const part = PART_BEFORE.exec(before);
    const days = narrow(yearOf(Number(match[1])), part?.[1] ?? part?.[2]);
    return [{ start: match.index - (part?.[0].length ?? 0), end: match.index + match[0].length, days }];
  });
}
