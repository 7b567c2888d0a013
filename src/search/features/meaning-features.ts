import type { WordVectors } from '../../language/vectors.js';
import type { Meeting, VectoredQuestion } from '../compare-words.js';

/** Names of the values of `meaningFeatures`, in its order. */
export const MEANING_FEATURES = ['centroid', 'centroid-rest', 'soft-missing'] as const;

/**
 * Likeness of question and sentence as wholes: the cosine of the means of their words' vectors, each
 * weighted by its rarity in English; the same for what they do not share; and the mean best cosine of the terms that are missing.
 */
export function meaningFeatures(
  asked: VectoredQuestion,
  meeting: Meeting,
  words: Int32Array,
  vectors: WordVectors,
): number[] {
  const { dimensions, count } = vectors;
  const question = new Float64Array(dimensions);
  const questionRest = new Float64Array(dimensions);
  const sentence = new Float64Array(dimensions);
  const sentenceRest = new Float64Array(dimensions);
  const met = new Set(meeting.place);
  const top = Math.log(count + 1);
  let missing = 0;
  let missingSoft = 0;
  asked.words.forEach((word, i) => {
    const weight = asked.rarity[i] ?? 1;
    addVector(question, vectors, word, weight);
    if ((meeting.exact[i] ?? 0) < 1) {
      addVector(questionRest, vectors, word, weight);
      missing += weight;
      missingSoft += weight * (meeting.soft[i] ?? 0);
    }
  });
  words.forEach((word, place) => {
    const weight = word < 0 ? 0 : Math.log(word + 1) / top;
    addVector(sentence, vectors, word, weight);
    if (!met.has(place)) addVector(sentenceRest, vectors, word, weight);
  });
  return [
    cosine(question, sentence),
    cosine(questionRest, sentenceRest),
    missing === 0 ? 1 : missingSoft / missing,
  ];
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
  return lengthA === 0 || lengthB === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
}
