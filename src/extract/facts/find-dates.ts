import type { Span } from '../../article/span.js';
import { DATES_BY_YEAR } from './dates-by-year.js';
import type { DateContext, FoundDate } from './found-date.js';
import { findLoneYears } from './lone-years.js';
import { findNamedDates } from './named-dates.js';
import { findQuarters } from './quarters.js';
import { RELATIVE_DATES } from './relative-dates.js';

const HAS_DIGIT_OR_TIME_WORD =
  /\d|\b(?:ago|last|this|next|following|previous|same|earlier|later|before|after\w*|yesterday|to(?:day|night|morrow)|centur(?:y|ies))\b/iu;

/**
 * The dates of a sentence, in order, not overlapping; the words around them ("on", "in") are not part of them.
 *
 * A day of the week or a month without a year is the last one before the article's day, or the next if it is
 * of what is to come; in an undated article the year named before in the paragraph counts. Days
 * and months are read by chrono-node, longer and vaguer times by patterns of our own.
 *
 * Gets wrong: a month without a year in a look back that names no year nearby.
 */
export function findDates(text: string, sentence: Span, context: DateContext): FoundDate[] {
  const body = text.slice(sentence.start, sentence.end);
  const found = [
    ...findNamedDates(body, sentence.start, context),
    ...findQuarters(body, sentence.start, context),
    ...(HAS_DIGIT_OR_TIME_WORD.test(body) ? [...readPatterns(body, context), ...findLoneYears(body)] : []),
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

const PATTERNS = [...DATES_BY_YEAR, ...RELATIVE_DATES];

function readPatterns(body: string, { published }: DateContext): FoundDate[] {
  const small = body.toLowerCase();
  return PATTERNS.filter(({ needs }) => needs.some((part) => small.includes(part))).flatMap(
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
