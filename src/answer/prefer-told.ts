import type { Question } from '../language/question.js';
import type { Corpus } from '../library/corpus.js';
import type { JudgedSentence, Verdict } from '../search/verdict.js';
import { isToldByAsked } from './is-told-by-asked.js';

/** Sentences looked at for the one in which whoever is asked about says something. */
const MOST_LOOKED_AT = 5;

/** The share of the best sentence's odds that it has at least. */
const AS_LIKELY = 0.05;

/**
 * The verdict on "What did Ada Quill say?" with the sentence first in which she says it; if none of the likeliest is one, nothing is said to
 * answer. As it is for any other question.
 */
export async function preferTold(corpus: Corpus, question: Question, verdict: Verdict): Promise<Verdict> {
  const { kind, sentences } = verdict;
  if (question.saysWho.length === 0 || (kind !== 'answer' && kind !== 'may-answer')) return verdict;
  const isTold = async ({ article, sentence }: JudgedSentence): Promise<boolean> =>
    isToldByAsked(question, await corpus.readNear(article, [sentence]), sentence);
  const least = AS_LIKELY * (sentences[0]?.share ?? 0);
  for (const [place, one] of sentences.slice(0, MOST_LOOKED_AT).entries()) {
    if (one.share < least || !(await isTold(one))) continue;
    const first = { ...one, probability: verdict.probability };
    return { ...verdict, sentences: [first, ...sentences.toSpliced(place, 1)] };
  }
  return { ...verdict, kind: 'shared' };
}
