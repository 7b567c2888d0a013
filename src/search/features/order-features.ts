import type { SentenceProfile } from '../article-profile.js';
import type { Meeting, VectoredQuestion } from '../compare-words.js';

/** Names of the values of `orderFeatures`, in its order. */
export const ORDER_FEATURES = [
  'longest-run',
  'pairs',
  'pairs-weight',
  'in-order',
  'window',
  'window-density',
  'token-run',
  'token-pairs',
  'length',
  'content-words',
  'met-share-of-sentence',
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
  const contentPlaces = rankContent(sentence);
  let run = 0;
  let longest = 0;
  let pairs = 0;
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
      pairs += 1;
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
  const shared = sharedRuns(
    tokens.map((token) => token.stem),
    sentence.tokens.map((token) => token.stem),
  );
  const content = contentPlaces[contentPlaces.length - 1] ?? 0;
  return [
    longest,
    pairs,
    pairsWeight / (whole || 1),
    following === 0 ? -1 : ordered / following,
    window,
    window === 0 ? 0 : met / window,
    shared.longest,
    shared.pairs,
    sentence.tokens.length,
    content,
    content === 0 ? 0 : met / content,
  ];
}

/** For each token how many content tokens stand up to it. */
function rankContent(sentence: SentenceProfile): Int32Array {
  let count = 0;
  return Int32Array.from(sentence.keys, (keys) => {
    if (keys.length > 0) count += 1;
    return count;
  });
}

function sharedRuns(a: readonly string[], b: readonly string[]): { longest: number; pairs: number } {
  let longest = 0;
  let pairs = 0;
  let previous = new Int32Array(b.length + 1);
  for (const word of a) {
    const row = new Int32Array(b.length + 1);
    let hasPair = false;
    for (let j = 1; j <= b.length; j += 1) {
      if (b[j - 1] !== word || word === '') continue;
      const run = (previous[j - 1] ?? 0) + 1;
      row[j] = run;
      longest = Math.max(longest, run);
      hasPair ||= run >= 2;
    }
    if (hasPair) pairs += 1;
    previous = row;
  }
  return { longest, pairs };
}
