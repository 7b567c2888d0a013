import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Corpus } from '../library/corpus.js';

/** Characters that stand for an article's id, and for its text: 36 bits and 48. */
const ID_LENGTH = 6;
const TEXT_LENGTH = 8;

/** What became of an article that was cited: it is as it was, its text is another, or it is not there. */
export type PrintedArticle =
  | { readonly state: 'same'; readonly article: Article }
  | { readonly state: 'changed'; readonly article: Article }
  | { readonly state: 'gone' };

/** An article in 14 characters that may stand in an address or a button: differs where its id or its text does. */
export function printArticle(article: Article): string {
  const known = prints.get(article);
  if (known !== undefined) return known;
  const print = digest(article.id, ID_LENGTH) + digest(article.text, TEXT_LENGTH);
  prints.set(article, print);
  return print;
}

/** The article of a corpus that a print stands for. */
export function findPrinted(corpus: Corpus, print: string): PrintedArticle {
  const isNamed = (article: Article) =>
    printArticle(article).slice(0, ID_LENGTH) === print.slice(0, ID_LENGTH);
  const same = corpus.articles.find((article) => printArticle(article) === print);
  if (same !== undefined) return { state: 'same', article: same };
  const named = corpus.articles.find(isNamed);
  return named === undefined ? { state: 'gone' } : { state: 'changed', article: named };
}

const prints = new WeakMap<Article, string>();

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
