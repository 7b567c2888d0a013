import { isOverlapping, type Span } from '../../article/span.js';
import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import type { FactKind } from '../fact.js';
import { firstTokenAt, spanOfTokens } from '../grammar/token-range.js';
import { findCounted } from './counted-things.js';
import { readNumber } from './number-words.js';
import { isInTitle, isNumbering, isPhoneNumber } from './numbered-names.js';
import { readValuesAt } from './read-value.js';
import { APPROXIMATION, BOUND, VALUE_START, type ValueKind } from './value-patterns.js';

/** A value of a sentence that is no date and no place. */
export interface FoundValue extends Span {
  readonly kind: FactKind;
  readonly counted: Span | null;
  /** Whether it counts what the figures before it count: "six were from Arvik". */
  readonly isOfBefore: boolean;
  /** The words that make it less than exact, where there are such. */
  readonly hedge: Span | null;
}

/** Numbers in words up to here are worth telling only where they count or measure something. */
const SMALL = 12;
const LABEL_BEFORE =
  /(?:^|[\s("“])(?:nos?\.|pages?|pp?\.|chapters?|sections?|articles?|version|numbers?|room|type|figure|table)\s$/iu;
/** Values that are none by what they are: "RS-25", "one-two", "One Hundred Years" inside a title. */
const NAME_ITSELF =
  /^\p{Lu}{1,5}-\d|^(?:one|two|three|four|five|six)-(?:one|two|three|four|five|six)$|^fifty-fifty$|^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}/u;
/** "7-Eleven". */
const BRAND_AFTER = /^-\p{Lu}\p{Ll}/u;
/** "four per 100,000": what a rate is of counts nothing. */
const RATE_BEFORE = /\bper\s$/iu;
const NAME_BEFORE = /(?:^|[\s(])\p{Lu}[\p{L}\p{N}.'’&-]*\s$/u;
/** Words that begin a sentence and so have their capital. */
const OPENER_BEFORE =
  /^(?:The|In|At|By|With|For|From|After|And|But|Of|On|All|These|Those|Only|Just|Another|Including|Plus|Since|Until|Then|When|While|As|To|That)\s$/u;
const ADDRESS_AFTER =
  /^\s(?:(?:[\p{Lu}\d][\p{L}\p{N}.]*)\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square|Way)\b/u;
/** Before "one day" where that is how long something takes and not some day to come. */
const LASTING_BEFORE = /(?:for|in|within|after|just|only|least|than|of|every|about)\s$/iu;
const COUNTING_BEFORE = /(?:only|just|least|most|another|than|nearly|about|all|exactly)\s$/iu;
const DEFINITE_BEFORE = /(?:^|\s)(?:the|these|those|both|his|her|its|their|our|other)\s$/iu;
const FATE_AFTER =
  /^\s(?:(?:others?|more)\s)?(?:were|was|are|have been|had been|remain(?:ed)?)\s(?:\p{Ll}+ly\s)?(?:killed|injured|wounded|arrested|detained|displaced|hurt|hospitali[sz]ed|rescued|kidnapped|missing|dead)\b/u;
/** Behind a small number that stands for those of whom it tells: "six were from Arvik", "of whom four lived", "three from Sund". */
const STANDS_FOR =
  /^\s(?:(?:were|was|are|have|had|died|survived|lived|left|escaped|remain(?:ed)?|came|drowned)\b|per\s\d|from\s\p{Lu}|of (?:them|whom|those)\b)/u;
const STRIKING_BEFORE =
  /(?:kill|injur|wound|arrest|detain|displac|kidnapp?|abduct|evacuat|rescu)(?:s|e|ed|es|ing)\s$/u;

/**
 * The numbers, amounts, shares, durations and counts of people of a sentence, in order, not overlapping each other or
 * `taken` (dates). A value takes in its unit and the approximation before it ("nearly two years", "$3.5 million").
 *
 * Gets wrong: numbers that are names without a capital word before them ("terminal 2").
 */
export function findValues(
  text: string,
  sentence: Span,
  tokens: readonly Token[],
  range: TokenRange,
  taken: readonly Span[],
): FoundValue[] {
  const body = text.slice(sentence.start, sentence.end);
  const found: FoundValue[] = [];
  let from = 0;
  for (const { index } of body.matchAll(VALUE_START)) {
    if (index < from) continue;
    for (const { kind, end } of readValuesAt(body, index)) {
      const span = { start: sentence.start + index, end: sentence.start + end };
      if (taken.some((other) => isOverlapping(other, span))) continue;
      const value = describe(text, sentence, tokens, range, span, kind);
      if (value === null) continue;
      found.push(value);
      from = end;
      break;
    }
  }
  return found;
}

function describe(
  text: string,
  sentence: Span,
  tokens: readonly Token[],
  range: TokenRange,
  span: Span,
  kind: ValueKind,
): FoundValue | null {
  const words = text.slice(span.start, span.end);
  if (kind === 'share' && !isShare(words)) return null;
  const lead = text.slice(sentence.start, span.start);
  if (lead.trim() !== '' && NAME_ITSELF.test(words)) return null;
  const after = text.slice(span.end, sentence.end);
  if (/\d$/u.test(words) && BRAND_AFTER.test(after)) return null;
  if (RATE_BEFORE.test(lead) || isPhoneNumber(words, lead, after)) return null;
  if (/^one\s(?:day|night)$/iu.test(words) && !LASTING_BEFORE.test(lead)) return null;
  const approximation = APPROXIMATION.exec(lead)?.[0] ?? '';
  const before = lead.slice(0, lead.length - approximation.length);
  if (kind === 'number' && (isNumbering(words, lead) || isInTitle(words, before, after))) return null;
  const thing = findCounted(tokens, firstTokenAt(tokens, span.end), range.end);
  const counted = thing.tokens === null ? null : (spanOfTokens(tokens, thing.tokens) ?? null);
  if (kind === 'number' && !isWorthTelling(words, lead, after, counted !== null)) return null;
  const isPeople =
    thing.isPeople || FATE_AFTER.test(after) || (STRIKING_BEFORE.test(before) && counted === null);
  const start = span.start - approximation.length;
  const isHedged = approximation !== '' && !BOUND.test(approximation);
  return {
    start,
    end: span.end,
    kind: kindOf(kind, isPeople),
    counted: kind === 'age' ? null : counted,
    isOfBefore: kind === 'number' && counted === null && STANDS_FOR.test(after) && !/\d/u.test(words),
    hedge: isHedged ? { start, end: start + approximation.trimEnd().length } : null,
  };
}

function kindOf(kind: ValueKind, isPeople: boolean): FactKind {
  if (kind === 'number' && isPeople) return 'people';
  return kind === 'age' ? 'number' : kind;
}

/** "One in five" is a share; "10 in 2" and "two in three minutes" are not. */
function isShare(words: string): boolean {
  const parts = /^(.+?)(?: out of| in)(?: every)? (.+)$/iu.exec(words);
  if (parts === null) return true;
  const [part, whole] = [readNumber(parts[1] ?? ''), readNumber(parts[2] ?? '')];
  return part !== null && whole !== null && part < whole;
}

function isWorthTelling(words: string, before: string, after: string, isCounting: boolean): boolean {
  if (/^\d+$/u.test(words)) {
    if (before.trim() === '' && /^[.)]/u.test(after)) return false;
    if (/[[(]$/u.test(before) && /^[\])]/u.test(after)) return false;
    if (LABEL_BEFORE.test(before) || ADDRESS_AFTER.test(after)) return false;
    if (isCounting || APPROXIMATION.test(before)) return true;
    return !NAME_BEFORE.test(before) || OPENER_BEFORE.test(before);
  }
  if (/^\d/u.test(words)) return true;
  const number = readNumber(words);
  if (number === 1) return isCounting && COUNTING_BEFORE.test(before);
  if (after.startsWith('-')) return number !== null && number > SMALL;
  if (number !== null && number <= SMALL && !STANDS_FOR.test(after)) {
    return isCounting && !(number === 2 && DEFINITE_BEFORE.test(before));
  }
  return true;
}
