import { yearOf } from './calendar.js';
import { narrowBy } from './date-part.js';
import type { FoundDate } from './found-date.js';

const YEAR = /(?<![\p{L}\p{N}.,$€£/:#-])(1\d{3}|20\d{2})(?![\p{L}\p{N}/:]|[.,]\d|-\d{1,3}(?!\d))/gu;
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
 * Years by themselves in a sentence, told from counts by the words around them, in order; offsets count from its start.
 *
 * Gets wrong: "the 2000 strong crowd".
 */
export function findLoneYears(body: string): FoundDate[] {
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
    const { days, length } = narrowBy(before, yearOf(Number(match[1])));
    return [{ start: match.index - length, end: match.index + match[0].length, days }];
  });
}
