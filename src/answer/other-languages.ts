import type { Article } from '../article/article.js';
import { isTold, type ToldByRules } from '../extract/is-told.js';
import { type Phrase, phrase } from '../messages/phrase.js';

/** What is not told of articles in every language, each with the sentence that says so. */
const NOT_TOLD = {
  people: 'answer.english-only-who',
  speakers: 'answer.english-only-speakers',
  values: 'answer.english-only-values',
} as const;

/** A sentence about what is not told of articles in the languages of some of these; null if it is told of all. */
export function explainOtherLanguages(articles: readonly Article[], what: ToldByRules): Phrase | null {
  return articles.every((article) => isTold(what, article)) ? null : phrase(NOT_TOLD[what]);
}
