import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Corpus } from '../library/corpus.js';

/** Characters for an article's id, and for its text: 36 bits and 48. */
const ID_LENGTH = 6;
const TEXT_LENGTH = 8;

/** What became of an article that was cited: it is as it was, its text is another, or it is not there. */
export type CitedArticle =
  | { readonly state: 'same'; readonly article: Article }
  | { readonly state: 'changed'; readonly article: Article }
  | { readonly state: 'gone' };

/** An article in 14 characters that may be in an address or a button: differs if its id or its text does. */
export function fingerprintArticle(article: Article): string {
  const known = fingerprints.get(article);
  if (known !== undefined) return known;
  const fingerprint = fingerprintId(article) + digest(article.text, TEXT_LENGTH);
  fingerprints.set(article, fingerprint);
  return fingerprint;
}

/** The article of a corpus that a fingerprint is of; only those of its id are read for it. */
export function findByFingerprint({ articles }: Pick<Corpus, 'articles'>, fingerprint: string): CitedArticle {
  const named = articles.filter((article) => fingerprintId(article) === fingerprint.slice(0, ID_LENGTH));
  const same = named.find((article) => fingerprintArticle(article) === fingerprint);
  if (same !== undefined) return { state: 'same', article: same };
  const [changed] = named;
  return changed === undefined ? { state: 'gone' } : { state: 'changed', article: changed };
}

/** Texts do not change, and are long. */
const fingerprints = new WeakMap<Article, string>();

function fingerprintId({ id }: Article): string {
  return digest(id, ID_LENGTH);
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
