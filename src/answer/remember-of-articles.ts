import type { Article } from '../article/article.js';
import type { Reading } from '../extract/reading.js';
import type { Corpus } from '../library/corpus.js';

/** Of each article what was made of its reading; articles not asked for before are read for it. */
export type OfArticles<Made> = (
  corpus: Pick<Corpus, 'readAll'>,
  articles: readonly Article[],
) => Promise<ReadonlyMap<Article, Made>>;

/**
 * Something small of each article's reading, which stays when the reading goes: choices are asked for with each letter that somebody types.
 * What was made of a reading that was given up, or is not of the whole article, is made anew the next time.
 */
export function rememberOfArticles<Made>(make: (reading: Reading) => Made): OfArticles<Made> {
  const kept = new WeakMap<Article, { readonly made: Made }>();
  return async (corpus, articles) => {
    const found = new Map<Article, Made>();
    for (const reading of await corpus.readAll(articles.filter((article) => !kept.has(article)))) {
      const made = make(reading);
      found.set(reading.article, made);
      if (reading.givenUp === undefined && reading.isNear !== true) kept.set(reading.article, { made });
    }
    for (const article of articles) {
      const known = kept.get(article);
      if (known !== undefined) found.set(article, known.made);
    }
    return found;
  };
}
