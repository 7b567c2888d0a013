import type { Article } from '../article/article.js';
import type { Reading } from '../extract/reading.js';
import { buildSearchIndex } from '../search/build-search-index.js';
import type { Corpus, LoadProblem } from './corpus.js';

/** What a corpus is built from; the articles ordered by id, no two with the same. */
export interface CorpusParts {
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly loadedAt: Date;
}

/** Builds an immutable corpus of articles. */
export type BuildCorpus = (parts: CorpusParts) => Promise<Corpus>;

/** A builder of corpora whose articles are read by `readArticle`, each when first asked for. */
export function corpusBuilder(readArticle: (article: Article) => Reading): BuildCorpus {
  return async ({ articles, problems, loadedAt }) => {
    const byId = new Map(articles.map((article) => [article.id, article]));
    const index = await buildSearchIndex(articles);
    return {
      loadedAt,
      articles,
      problems,
      index,
      findArticle: (id) => byId.get(id),
      readingOf: readArticle,
    };
  };
}
