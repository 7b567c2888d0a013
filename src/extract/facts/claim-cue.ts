import type { Span } from '../../article/span.js';
import type { TokenRange } from '../../language/annotation.js';
import { stemWord } from '../../language/stem.js';
import type { Token } from '../../language/token.js';
import { nounPhraseBefore, nounPhraseFrom } from '../grammar/noun-phrase.js';

/** Who claims something in a sentence, by the plainest cues. */
export interface Claim {
  /** The claimer with the cue: "officials said", "according to the harbour authority". */
  readonly attribution: Span;
  /** The claimer alone. */
  readonly claimer: Span;
}

const CLAIMING = new Set(
  (
    'say says said report reported announce claim estimate warn deny denied insist add note argue state confirm predict allege ' +
    'maintain acknowledge admit reveal assert believe suggest contend project forecast calculate tell told declare dispute reject'
  )
    .split(' ')
    .map(stemWord),
);
/** Tokens between the verb and "that": "said at a meeting on Friday that". */
const LONGEST_WHEN = 8;
const TELL = stemWord('tell');
/** What may stand right behind the verb of "officials said that…", "officials said the fire…". */
const OPENS_CLAIM = new Set(['SCONJ', 'DET', 'PRON', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'PUNCT']);

/**
 * Who claims the value at a span, by "according to", by "…, officials said", or by "officials said that…"; null where
 * the sentence has none of these for it.
 *
 * `isDate`: the day of saying is not said by anyone ("she said on Friday that…").
 *
 * Gets wrong: two claims in one sentence of which the nearer is not the value's.
 */
export function findClaim(tokens: readonly Token[], value: Span, isDate: boolean): Claim | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const claim = readAccording(tokens, at, value) ?? readVerb(tokens, at, value, isDate);
    if (claim !== null) return claim;
  }
  return null;
}

function readAccording(tokens: readonly Token[], at: number, value: Span): Claim | null {
  if (tokens[at]?.norm !== 'according' || tokens[at + 1]?.norm !== 'to') return null;
  const who = nounPhraseFrom(tokens, at + 2, tokens.length);
  const claim = who === undefined ? null : toClaim(tokens, who, { first: at, end: at + 2 });
  return claim === null || (value.start < claim.attribution.end && claim.attribution.start < value.end)
    ? null
    : claim;
}

function readVerb(tokens: readonly Token[], at: number, value: Span, isDate: boolean): Claim | null {
  const verb = tokens[at];
  if (verb === undefined || verb.pos !== 'VERB' || !CLAIMING.has(verb.stem)) return null;
  let first = at;
  while (first > 0 && (tokens[first - 1]?.pos === 'ADV' || tokens[first - 1]?.pos === 'AUX')) first -= 1;
  const who = nounPhraseBefore(tokens, first, 0);
  const isAfterComma = (place: number): boolean => tokens[place - 1]?.norm === ',';
  if (who === undefined || isAfterComma(at)) {
    const inverted = isAfterComma(at) ? nounPhraseFrom(tokens, at + 1, tokens.length) : undefined;
    const isClosed = inverted !== undefined && /^[.,;]?$/u.test(tokens[inverted.end]?.norm ?? '');
    const isSaid = isClosed && verb.stem !== TELL && value.end <= verb.start;
    return isSaid ? toClaim(tokens, inverted, { first: at, end: at + 1 }) : null;
  }
  const start = tokens[who.first]?.start ?? verb.start;
  const next = tokens[at + 1];
  const isParenthesis =
    isAfterComma(who.first) && (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP');
  const isBefore = isParenthesis && value.end <= start;
  const isDayOfSaying =
    isDate && (next === undefined || next.end > value.start || tokens[at + 2]?.start === value.start);
  const that = tokens.slice(at + 1, at + LONGEST_WHEN).find(({ norm }) => norm === 'that');
  const isOpened = next === undefined || OPENS_CLAIM.has(next.pos) || that !== undefined;
  const isBehind = !isDayOfSaying && isOpened && value.start >= (that ?? verb).end;
  return isBefore || isBehind ? toClaim(tokens, who, { first: at, end: at + 1 }) : null;
}

/** What a claimer's last word is: “an estimated 12” has none. */
const CLAIMERS = new Set(['NOUN', 'PROPN', 'PRON', 'PUNCT']);

function toClaim(tokens: readonly Token[], who: TokenRange, cue: TokenRange): Claim | null {
  const [first, last] = [tokens[who.first], tokens[who.end - 1]];
  const [opening, closing] = [tokens[cue.first], tokens[cue.end - 1]];
  if (
    first === undefined ||
    last === undefined ||
    !CLAIMERS.has(last.pos) ||
    opening === undefined ||
    closing === undefined
  )
    return null;
  return {
    attribution: { start: Math.min(first.start, opening.start), end: Math.max(last.end, closing.end) },
    claimer: { start: first.start, end: last.end },
  };
}
