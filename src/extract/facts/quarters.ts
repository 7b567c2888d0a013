import { wordsOf } from '../../lexicon/words.js';
import { quarterOf } from './calendar.js';
import type { DateContext, FoundDate } from './found-date.js';
import { readOrdinal } from './number-words.js';

const QUARTER =
  /(?<=\b(?:in|during|for|of|by|over|since|until|from|to) )(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th)(?: |-)quarter(?! (?:of )?(?:the )?\d)(?! of (?:the (?:game|match|race|\d)|\d))(?![\w-])|(?<![\w-])Q([1-4])(?! \d{4})(?![\w-])/giu;
/** What a quarter of a year is about; that of a match is none. */
const BUSINESS = new RegExp(`\\b(?:${wordsOf('numbers', 'business').join('|')})\\b`, 'iu');

/**
 * The quarters of a year in a sentence that names no year ("sales in the first quarter"): of the article's year, or of the year before or
 * behind if the verb tells that they are over or to come. None in undated articles, nor if nothing of business is told.
 *
 * Gets wrong: the quarters of a company whose year begins in another month than January.
 */
export function findQuarters(body: string, offset: number, context: DateContext): FoundDate[] {
  const { published, directionAt } = context;
  if (published === null || !/quarter|Q\d/iu.test(body) || !BUSINESS.test(body)) return [];
  const now = Number(published.slice(0, 4));
  return Array.from(body.matchAll(QUARTER)).flatMap(({ index, 0: words, 1: ordinal, 2: digit }) => {
    const place = digit === undefined ? readOrdinal(ordinal ?? '') : Number(digit);
    if (place === null) return [];
    const own = quarterOf(now, place);
    const direction = directionAt(offset + index);
    const year =
      direction === 'past' && own.to > published
        ? now - 1
        : direction === 'future' && own.to < published
          ? now + 1
          : now;
    const days = direction === null ? null : quarterOf(year, place);
    return [{ start: index, end: index + words.length, days }];
  });
}
