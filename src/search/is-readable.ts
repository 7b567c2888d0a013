import type { Article } from '../article/article.js';
import { byLanguage } from '../lexicon/language.js';

/** The reader has learned English alone (see `models/MODELS.md`). */
const isRead = byLanguage({ en: true }, false);

/** Whether the reader can read an article for a question; others are ranked by their words (see `rankByWords`). */
export function isReadable({ meta }: Pick<Article, 'meta'>): boolean {
  return isRead(meta.language);
}
