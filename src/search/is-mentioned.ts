import { analyseQuestion, type QuestionTerm } from '../language/question.js';
import type { SearchIndex } from './search-index.js';

/** The share of a question's words that the articles have, from which they speak of what it is about. */
const LEAST_SHARED = 0.5;

/**
 * Whether the articles speak of what a question is about: they have a name of it or, if it names nothing, most of its words, slips
 * forgiven.
 *
 * Gets wrong: a question in other words than the article's throughout ("Headcount?"), which only the reader understands.
 */
export function isMentioned(index: SearchIndex, question: string, articleId: string | undefined): boolean {
  const { terms, tokens } = analyseQuestion(question);
  if (terms.length === 0) return true;
  const within = articleId === undefined ? {} : { articleId };
  const isKnown = ({ token }: QuestionTerm): boolean => {
    const { start = 0, end = 0 } = tokens[token] ?? {};
    return index.knows(question.slice(start, end), within);
  };
  const names = terms.filter(({ isName }) => isName);
  if (names.length > 0) return names.some(isKnown);
  return terms.filter(isKnown).length / terms.length >= LEAST_SHARED;
}
