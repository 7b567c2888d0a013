import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import type { Corpus } from '../library/corpus.js';

/** Of each article what was made of its analysis; articles not asked for before are read for it. */
export type OfArticles<Made> = (
  corpus: Pick<Corpus, 'readAll'>,
  articles: readonly Article[],
) => Promise<ReadonlyMap<Article, Made>>;

/**
 * Something small of each article's analysis, which stays when the analysis goes: choices are asked for with each letter that somebody types.
 * What was made of an analysis that was given up, or is not of the whole article, is made anew the next time.
 */
export function rememberOfArticles<Made>(make: (analysis: Analysis) => Made): OfArticles<Made> {
  const kept = new WeakMap<Article, { readonly made: Made }>();
  return async (corpus, articles) => {
    const found = new Map<Article, Made>();
    for (const analysis of await corpus.readAll(articles.filter((article) => !kept.has(article)))) {
      const made = make(analysis);
      found.set(analysis.article, made);
      if (analysis.givenUp === undefined && analysis.isNear !== true) kept.set(analysis.article, { made });
    }
    for (const article of articles) {
      const known = kept.get(article);
      if (known !== undefined) found.set(article, known.made);
    }
    return found;
  };
}
