import { findKeyedWords } from '../language/find-keyed-words.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Verdict } from '../search/verdict.js';

/** The share of the words of a question put in English that the articles have, from which an answer to it is called one. */
const LEAST_SHARED = 0.51;
/** The probability from which it is: of what was said of written articles from 0.6 on a third was wrong. */
const ANSWERS_FROM = 0.7;
/** What is left of its probability otherwise: it may answer. */
const MOST_DOUBTED = 0.5;

/**
 * The verdict on a question that was put in English word for word, in doubt if it is not likely enough or the articles do not have most of its words: what the reader then takes for an answer is
 * one to the few words that are left of it. Nor is it said to be unlikely that they answer.
 */
export function doubtTranslation(
  verdict: Verdict,
  index: SearchIndex,
  english: string,
  articleId: string | undefined,
): Verdict {
  const [first, ...others] = verdict.sentences;
  if (verdict.kind === 'unanswered') return { ...verdict, kind: 'shared' };
  if (verdict.kind !== 'answer' || first === undefined) return verdict;
  const within = articleId === undefined ? {} : { articleId };
  const words = findKeyedWords(english, 'en')
    .filter(({ isStop }) => !isStop)
    .map(({ start, end }) => english.slice(start, end));
  const known = words.filter((word) => index.knows(word, within));
  const isShared = words.length > 0 && known.length / words.length >= LEAST_SHARED;
  if (isShared && verdict.probability >= ANSWERS_FROM) return verdict;
  const probability = Math.min(verdict.probability, MOST_DOUBTED);
  return { kind: 'may-answer', sentences: [{ ...first, probability }, ...others], probability };
}
