import { findKeyedWords } from '../language/find-keyed-words.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Verdict } from '../search/verdict.js';

/** The share of the words of a question put in English that the articles have, from which an answer to it is called one. */
const LEAST_SHARED = 0.51;
/** What is left of its probability otherwise: it may answer. */
const MOST_DOUBTED = 0.5;

/**
 * The verdict on a question that was put in English word for word, in doubt if the articles do not have most of its words: what the reader then takes for an answer is
 * one to the few words that are left of it.
 */
export function doubtTranslation(
  verdict: Verdict,
  index: SearchIndex,
  english: string,
  articleId: string | undefined,
): Verdict {
  const [first, ...others] = verdict.sentences;
  if (verdict.kind !== 'answer' || first === undefined) return verdict;
  const within = articleId === undefined ? {} : { articleId };
  const words = findKeyedWords(english, 'en')
    .filter(({ isStop }) => !isStop)
    .map(({ start, end }) => english.slice(start, end));
  const known = words.filter((word) => index.knows(word, within));
  if (words.length > 0 && known.length / words.length >= LEAST_SHARED) return verdict;
  const probability = Math.min(verdict.probability, MOST_DOUBTED);
  return { kind: 'may-answer', sentences: [{ ...first, probability }, ...others], probability };
}
