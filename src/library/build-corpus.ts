import type { Article } from '../article/article.js';
import type { ArticleReader } from '../extract/article-reader.js';
import type { Reading } from '../extract/reading.js';
import { buildSearchIndex } from '../search/build-search-index.js';
import type { Corpus, LoadProblem } from './corpus.js';
import type { LoadProgress } from './load-progress.js';

/** What a corpus is built from; the articles ordered by id, no two with the same. */
export interface CorpusParts {
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly loadedAt: Date;
}

/** Builds an immutable corpus of articles. */
export type BuildCorpus = (parts: CorpusParts) => Promise<Corpus>;

/** A builder of corpora whose articles are read by `reader`, each when first asked for. */
export function corpusBuilder(reader: Pick<ArticleReader, 'read'>): BuildCorpus {
  return async ({ articles, problems, loadedAt }) => {
    const byId = new Map(articles.map((article) => [article.id, article]));
    return {
      loadedAt,
      articles,
      problems,
      index: await buildSearchIndex(articles),
      findArticle: (id) => byId.get(id),
      read: reader.read,
      readAll: (wanted, onProgress) => readAll(reader, wanted, onProgress),
    };
  };
}

/** Articles that are read at the same time for one question: as many as there are threads to read them, and no more in the queue before those of others. */
const AT_ONCE = 2;

async function readAll(
  reader: Pick<ArticleReader, 'read'>,
  articles: readonly Article[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let i = 0; i < articles.length; i += AT_ONCE) {
    const some = articles.slice(i, i + AT_ONCE);
    readings.push(...(await Promise.all(some.map((article) => reader.read(article)))));
    onProgress?.({ read: readings.length, of: articles.length });
  }
  return readings;
}
