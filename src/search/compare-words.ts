import type { Question } from '../language/question.js';
import { similarityOf, type WordVectors } from '../language/vectors.js';
import { type ArticleProfile, type SentenceProfile, stumpOf } from './article-profile.js';
import type { TermPresence } from './first-stage.js';

/** A question with its words' places in the vectors. */
export interface VectoredQuestion {
  readonly question: Question;
  /** For each term, its word's number in the vectors, or -1. */
  readonly words: Int32Array;
  /** For each term its rarity in English, 0 (the commonest) to 1 (unknown): Zipf's law over the word's rank. */
  readonly rarity: Float64Array;
  /** The focus noun's number in the vectors, or -1. */
  readonly focus: number;
  /** The sum of its words' vectors, each weighted by its rarity. */
  readonly sum: Float64Array;
}

/** Looks up a question's words in the vectors. */
export function vectorQuestion(question: Question, vectors: WordVectors): VectoredQuestion {
  const words = Int32Array.from(question.terms, ({ token }) =>
    vectors.find(question.tokens[token]?.norm ?? ''),
  );
  const top = Math.log(vectors.count + 1);
  const rarity = Float64Array.from(words, (word) => (word < 0 ? 1 : Math.log(word + 1) / top));
  const focus = question.terms.findIndex((term) => term.isFocus);
  const sum = new Float64Array(vectors.dimensions);
  words.forEach((word, i) => {
    if (word < 0) return;
    for (let d = 0; d < sum.length; d += 1) {
      sum[d] = (sum[d] ?? 0) + (rarity[i] ?? 1) * (vectors.values[word * sum.length + d] ?? 0);
    }
  });
  return { question, words, rarity, focus: focus === -1 ? -1 : (words[focus] ?? -1), sum };
}

const vectored = new WeakMap<ArticleProfile, Map<number, Int32Array>>();

/** For each token of a sentence its word's number in the vectors; -1 for stop words, marks and unknown words. Kept with the profile. */
export function wordsOfSentence(profile: ArticleProfile, index: number, vectors: WordVectors): Int32Array {
  let known = vectored.get(profile);
  if (known === undefined) {
    known = new Map();
    vectored.set(profile, known);
  }
  let words = known.get(index);
  if (words === undefined) {
    const sentence = profile.sentences[index];
    words = Int32Array.from(sentence?.tokens ?? [], (token, place) =>
      (sentence?.keys[place]?.length ?? 0) > 0 ? vectors.find(token.norm) : -1,
    );
    known.set(index, words);
  }
  return words;
}

/** How each term of a question is met by a sentence. */
export interface Meeting {
  /** 1 where the sentence has the term, 0.6 where only its first letters, else 0. */
  readonly exact: Float64Array;
  /** 1 where the sentence has the term, else the best cosine with one of its words, at least 0. */
  readonly soft: Float64Array;
  /** The place of the token that meets it best, exactly or by its first letters; -1 where none does. */
  readonly place: Int32Array;
  /** The place of the token with the best cosine; -1 where none has one. */
  readonly softPlace: Int32Array;
  /** 1 where the sentence has the term, else the nearness of the nearest word that may stand for it, or 0. */
  readonly related: Float64Array;
  /** The place of that word; -1 where there is none. */
  readonly relatedPlace: Int32Array;
}

/** What a term with the same first letters counts. */
const STUMP_MEETS = 0.6;

/** Compares the words of a question with those of one sentence. */
export function compareWords(
  asked: VectoredQuestion,
  profile: ArticleProfile,
  index: number,
  vectors: WordVectors,
  presence: readonly TermPresence[],
): Meeting {
  const { terms } = asked.question;
  const exact = new Float64Array(terms.length);
  const soft = new Float64Array(terms.length);
  const place = new Int32Array(terms.length).fill(-1);
  const softPlace = new Int32Array(terms.length).fill(-1);
  const related = new Float64Array(terms.length);
  const relatedPlace = new Int32Array(terms.length).fill(-1);
  const meeting = { exact, soft, place, softPlace, related, relatedPlace };
  const sentence = profile.sentences[index];
  if (sentence === undefined) return meeting;
  const words = wordsOfSentence(profile, index, vectors);
  terms.forEach((term, i) => {
    const here = placeOf(sentence, [term.key, ...term.alternatives]);
    if (here !== -1) {
      exact[i] = 1;
      soft[i] = 1;
      place[i] = here;
      softPlace[i] = here;
      related[i] = 1;
      relatedPlace[i] = here;
      return;
    }
    for (const { key, nearness } of presence[i]?.related ?? []) {
      const at = sentence.places.get(key);
      if (at === undefined) continue;
      related[i] = nearness;
      relatedPlace[i] = at;
      break;
    }
    const stump = stumpOf(term.key);
    if (stump !== null) {
      const near = placeOfStump(sentence, stump);
      if (near !== -1) {
        exact[i] = STUMP_MEETS;
        place[i] = near;
        related[i] = Math.max(related[i] ?? 0, STUMP_MEETS);
        if (relatedPlace[i] === -1) relatedPlace[i] = near;
      }
    }
    const word = asked.words[i] ?? -1;
    if (word < 0) return;
    for (let t = 0; t < words.length; t += 1) {
      const other = words[t] ?? -1;
      if (other < 0) continue;
      const cosine = similarityOf(vectors, word, other);
      if (cosine > (soft[i] ?? 0)) {
        soft[i] = cosine;
        softPlace[i] = t;
      }
    }
    soft[i] = Math.max(soft[i] ?? 0, exact[i] ?? 0);
  });
  return meeting;
}

function placeOf(sentence: SentenceProfile, keys: readonly string[]): number {
  for (const key of keys) {
    const place = sentence.places.get(key);
    if (place !== undefined) return place;
  }
  return -1;
}

function placeOfStump(sentence: SentenceProfile, stump: string): number {
  for (const [key, place] of sentence.places) if (key.startsWith(stump)) return place;
  return -1;
}
