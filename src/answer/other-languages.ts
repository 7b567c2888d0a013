import type { Article } from '../article/article.js';
import { isEnglish } from '../article/language-tag.js';
import { type Phrase, phrase } from '../messages/phrase.js';

/** What is only done in English, each with the sentence that says so. */
const ENGLISH_ONLY = {
  'who-is-it': 'answer.english-only-who',
  'who-says-it': 'answer.english-only-speakers',
  'values-in-words': 'answer.english-only-values',
} as const;

/** A sentence about what is not done for articles in other languages than English; null if all of these are English. */
export function explainOtherLanguages(
  articles: readonly Article[],
  what: keyof typeof ENGLISH_ONLY,
): Phrase | null {
  const isElsewhere = articles.some(({ meta }) => !isEnglish(meta.language));
  return isElsewhere ? phrase(ENGLISH_ONLY[what]) : null;
}
