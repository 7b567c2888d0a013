import { createHash } from 'node:crypto';
import type { Article } from './article.js';

const keys = new WeakMap<Article, string>();

/** A hash of an article's text, by which two with the same text are told without a look at either. Worked out once for an article. */
export function textKeyOf(article: Article): string {
  const known = keys.get(article);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(article.text, 'utf16le').digest('base64url');
  keys.set(article, key);
  return key;
}

/** Hands in what `textKeyOf` gave for the same text, so that it need not be read for it. */
export function rememberTextKey(article: Article, key: string): void {
  keys.set(article, key);
}
