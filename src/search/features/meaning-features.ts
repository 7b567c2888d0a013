import type { WordVectors } from '../../language/vectors.js';
import type { ArticleProfile } from '../article-profile.js';
import { type Meeting, type VectoredQuestion, wordsOfSentence } from '../compare-words.js';

/** Names of the values of `meaningFeatures`, in its order. */
export const MEANING_FEATURES = ['centroid', 'centroid-rest', 'soft-missing'] as const;

const sums = new WeakMap<ArticleProfile, Map<number, Float64Array>>();

/**
 * Likeness of question and sentence as wholes: the cosine of the means of their words' vectors, each
 * weighted by its rarity in English; the same for what they do not share; and the mean best cosine of the terms that are missing.
 */
export function meaningFeatures(
  asked: VectoredQuestion,
  meeting: Meeting,
  profile: ArticleProfile,
  index: number,
  vectors: WordVectors,
): number[] {
  const words = wordsOfSentence(profile, index, vectors);
  const sentence = sumOfSentence(profile, index, words, vectors);
  const questionRest = new Float64Array(asked.sum);
  const sentenceRest = new Float64Array(sentence);
  const met = new Set<number>();
  let missing = 0;
  let missingSoft = 0;
  asked.words.forEach((word, i) => {
    const weight = asked.rarity[i] ?? 1;
    if ((meeting.exact[i] ?? 0) < 1) {
      missing += weight;
      missingSoft += weight * (meeting.soft[i] ?? 0);
    } else addVector(questionRest, vectors, word, -weight);
    const place = meeting.place[i] ?? -1;
    if (place === -1 || met.has(place)) return;
    met.add(place);
    const own = words[place] ?? -1;
    addVector(sentenceRest, vectors, own, -rarityOf(own, vectors));
  });
  return [
    cosine(asked.sum, sentence),
    cosine(questionRest, sentenceRest),
    missing === 0 ? 1 : missingSoft / missing,
  ];
}

/** The sum of the vectors of a sentence's words, from memory where it was asked for before. */
function sumOfSentence(
  profile: ArticleProfile,
  index: number,
  words: Int32Array,
  vectors: WordVectors,
): Float64Array {
  let known = sums.get(profile);
  if (known === undefined) {
    known = new Map();
    sums.set(profile, known);
  }
  let sum = known.get(index);
  if (sum === undefined) {
    sum = new Float64Array(vectors.dimensions);
    for (const word of words) addVector(sum, vectors, word, rarityOf(word, vectors));
    known.set(index, sum);
  }
  return sum;
}

function rarityOf(word: number, { count }: WordVectors): number {
  return word < 0 ? 0 : Math.log(word + 1) / Math.log(count + 1);
}

function addVector(
  sum: Float64Array,
  { dimensions, values }: WordVectors,
  word: number,
  weight: number,
): void {
  if (word < 0) return;
  for (let d = 0, i = word * dimensions; d < dimensions; d += 1, i += 1) {
    sum[d] = (sum[d] ?? 0) + weight * (values[i] ?? 0);
  }
}

/** Sums that are all but zero, as differences of equal ones are, have no direction. */
const NOTHING_LEFT = 1e-9;

function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (let d = 0; d < a.length; d += 1) {
    const x = a[d] ?? 0;
    const y = b[d] ?? 0;
    product += x * y;
    lengthA += x * x;
    lengthB += y * y;
  }
  return lengthA < NOTHING_LEFT || lengthB < NOTHING_LEFT ? 0 : product / Math.sqrt(lengthA * lengthB);
}
