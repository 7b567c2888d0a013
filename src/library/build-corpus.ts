import type { Article } from '../article/article.js';
import { describeFault } from '../article/fault.js';
import type { Analysis } from '../extract/analysis.js';
import type { ArticleReader } from '../extract/article-reader.js';
import { ArticleFault, buildSearchIndex } from '../search/build-search-index.js';
import type { PassageIndex } from '../search/index/passage-index.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import type { Corpus, LoadProblem } from './corpus.js';
import type { LoadProgress } from './load-progress.js';
import { readLikeliest } from './read-likeliest.js';

/** What a corpus is built from; the articles ordered by id, no two with the same. */
export interface CorpusParts {
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly loadedAt: Date;
  /** The segments of an earlier corpus: what they have of articles that are still there is taken from them. */
  readonly earlier?: readonly ServedSegment[];
}

/** A corpus with an index of its own, from which the next one may take what stays. */
export interface BuiltCorpus extends Corpus {
  readonly index: PassageIndex;
}

/** Builds an immutable corpus of articles. */
export type BuildCorpus = (parts: CorpusParts) => Promise<BuiltCorpus>;

/** A builder of corpora whose articles are read by `reader`, each when first asked for. */
export function corpusBuilder(reader: Pick<ArticleReader, 'read' | 'readNear'>): BuildCorpus {
  return async (parts) => {
    const { loadedAt } = parts;
    const { index, articles, problems } = await indexWhatCanBe(parts);
    const byId = new Map(articles.map((article) => [article.id, article]));
    return {
      loadedAt,
      articles,
      problems,
      index,
      findArticle: (id) => byId.get(id),
      read: reader.read,
      readNear: reader.readNear,
      readAll: (wanted, onProgress) => readAll(reader, wanted, onProgress),
      readLikeliest: (wanted, onProgress, onLeft) =>
        readLikeliest(
          { read: reader.read, readAll: (first) => readAll(reader, first, onProgress) },
          wanted,
          onLeft,
        ),
    };
  };
}

/** The index of all articles but those that make it fail, which are told among the problems. */
async function indexWhatCanBe({ articles, problems, earlier }: Omit<CorpusParts, 'loadedAt'>) {
  for (let [left, told] = [articles, problems]; ; ) {
    try {
      return { index: await buildSearchIndex(left, earlier), articles: left, problems: told };
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      const { article, cause } = error;
      left = left.filter((other) => other !== article);
      const problem = { line: null, reason: describeFault(cause), isServedFromEarlier: false };
      told = [...told, { file: article.id, ...problem }];
    }
  }
}

/** Articles that are read at the same time for one question: as many as there are threads to read them, and no more in the queue before those of others. */
const AT_ONCE = 2;

async function readAll(
  reader: Pick<ArticleReader, 'read'>,
  articles: readonly Article[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<Analysis[]> {
  const analyses: Analysis[] = [];
  for (let i = 0; i < articles.length; i += AT_ONCE) {
    const some = articles.slice(i, i + AT_ONCE);
    analyses.push(...(await Promise.all(some.map((article) => reader.read(article)))));
    onProgress?.({ read: analyses.length, of: articles.length });
  }
  return analyses;
}
