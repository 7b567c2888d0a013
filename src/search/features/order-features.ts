import type { Token } from '../../language/token.js';
import type { SentenceProfile } from '../article-profile.js';
import type { Meeting, VectoredQuestion } from '../compare-words.js';

/** Names of the values of `orderFeatures`, in its order. */
export const ORDER_FEATURES = [
  'longest-run',
  'pairs-weight',
  'in-order',
  'window',
  'window-density',
  'token-run',
  'token-pairs',
  'length',
  'content-words',
  'met-share-of-sentence',
  'small-words',
] as const;

/**
 * Whether what the sentence shares with the question stands in the question's order and close
 * together: runs of neighbouring terms, the narrowest stretch that has them all, and the longest
 * run of the question's tokens, small words included.
 */
export function orderFeatures(
  asked: VectoredQuestion,
  weights: Float64Array,
  meeting: Meeting,
  sentence: SentenceProfile,
): number[] {
  const { terms, tokens } = asked.question;
  const { place, exact } = meeting;
  const contentPlaces = sentence.contentRanks;
  let run = 0;
  let longest = 0;
  let pairsWeight = 0;
  let whole = 0;
  let ordered = 0;
  let following = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  let met = 0;
  let before = -1;
  for (let i = 0; i < terms.length; i += 1) {
    const here = place[i] ?? -1;
    whole += weights[i] ?? 0;
    if (here === -1 || (exact[i] ?? 0) === 0) {
      run = 0;
      continue;
    }
    met += 1;
    low = Math.min(low, here);
    high = Math.max(high, here);
    const last = i > 0 ? (place[i - 1] ?? -1) : -1;
    const isNext = last !== -1 && (contentPlaces[here] ?? 0) - (contentPlaces[last] ?? 0) === 1;
    run = isNext ? run + 1 : 1;
    if (isNext) {
      pairsWeight += Math.min(weights[i] ?? 0, weights[i - 1] ?? 0);
    }
    longest = Math.max(longest, run);
    if (before !== -1) {
      following += 1;
      if (here >= before) ordered += 1;
    }
    before = here;
  }
  const window = met === 0 ? 0 : high - low + 1;
  const shared = sharedRuns(tokens, sentence.stemPlaces);
  const content = contentPlaces[contentPlaces.length - 1] ?? 0;
  return [
    longest,
    pairsWeight / (whole || 1),
    following === 0 ? -1 : ordered / following,
    window,
    window === 0 ? 0 : met / window,
    shared.longest,
    shared.pairs,
    sentence.tokens.length,
    content,
    content === 0 ? 0 : met / content,
    shareOfSmallWords(tokens, sentence),
  ];
}

/** Words that no term is made of and that still tell one thing from another ("the most", "before the vote"). */
const SMALL_WORDS = new Set(
  'most least more less only before after during since until between over under against from without first last per off out up down again same both'.split(
    ' ',
  ),
);

/** The share of the question's small words that the sentence has; -1 where it has none. */
function shareOfSmallWords(question: readonly Token[], sentence: SentenceProfile): number {
  let asked = 0;
  let found = 0;
  for (const { norm, stem } of question) {
    if (!SMALL_WORDS.has(norm)) continue;
    asked += 1;
    if (sentence.stemPlaces.has(stem)) found += 1;
  }
  return asked === 0 ? -1 : found / asked;
}

const NO_PLACES: readonly number[] = [];

function sharedRuns(
  question: readonly Token[],
  sentence: ReadonlyMap<string, readonly number[]>,
): { longest: number; pairs: number } {
  let longest = 0;
  let pairs = 0;
  let before: readonly number[] = NO_PLACES;
  let runsBefore: readonly number[] = NO_PLACES;
  for (const { stem } of question) {
    const places = sentence.get(stem) ?? NO_PLACES;
    const runs: number[] = [];
    let hasPair = false;
    for (const place of places) {
      const run = (runsBefore[before.indexOf(place - 1)] ?? 0) + 1;
      runs.push(run);
      if (run > longest) longest = run;
      if (run >= 2) hasPair = true;
    }
    if (hasPair) pairs += 1;
    before = places;
    runsBefore = runs;
  }
  return { longest, pairs };
}
