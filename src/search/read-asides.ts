import type { Article } from '../article/article.js';
import { type ReadStretch, readStretch } from './read-stretch.js';

const kept = new WeakMap<Article, readonly ReadStretch[]>();

/**
 * What no passage of the articles holds, with its words: headings, page furniture, code. In the order of the articles and of
 * their texts. A step after each article, as thousands of them take a second the first time.
 */
export function* readAsides(articles: readonly Article[]): Generator<undefined, ReadStretch[]> {
  const read: ReadStretch[] = [];
  for (const article of articles) {
    read.push(...asidesOf(article));
    yield;
  }
  return read;
}

function asidesOf(article: Article): readonly ReadStretch[] {
  let asides = kept.get(article);
  if (asides === undefined) {
    const headings = article.paragraphs.filter(({ kind }) => kind === 'heading');
    asides = [...article.asides, ...headings]
      .toSorted((a, b) => a.start - b.start)
      .map((aside) => readStretch(article, aside));
    kept.set(article, asides);
  }
  return asides;
}
