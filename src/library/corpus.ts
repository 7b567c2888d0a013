import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { Wording } from '../messages/phrase.js';
import type { SearchIndex } from '../search/search-index.js';
import type { LoadProgress } from './load-progress.js';

/** Why a source is not served, or is served in an older version. */
export interface LoadProblem {
  /** The file's path below the seeds folder, with `/` between folders. */
  readonly file: string;
  /** Counted from 1; null if the whole file is meant. */
  readonly line: number | null;
  /** A sentence without the file's name: what is wrong and what to do. */
  readonly reason: Wording;
  /** Whether the version of an earlier load goes on being served. */
  readonly isServedFromEarlier: boolean;
}

/** All articles as loaded at one moment. Immutable: a reload makes another corpus, and whoever holds this one keeps it whole. */
export interface Corpus {
  readonly loadedAt: Date;
  /** Ordered by id. */
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly index: SearchIndex;
  /** The article with this id, or undefined. */
  findArticle(id: string): Article | undefined;
  /** What the bot understands of an article. */
  readonly read: (article: Article) => Promise<Analysis>;
  /** As much of it as concerns some places of the article (see `ArticleReader`). */
  readonly readNear: (article: Article, places: readonly Span[]) => Promise<Analysis>;
  /** What it understands of several, in their order, a few at a time; `onProgress` is told after each. */
  readonly readAll: (
    articles: readonly Article[],
    onProgress?: (progress: LoadProgress) => void,
  ) => Promise<Analysis[]>;
  /** What it understands of several, likeliest first, as far as a member can be kept waiting for it (see `readLikeliest`); `onLeft` is told if some are left. */
  readonly readLikeliest: (
    articles: readonly Article[],
    onProgress?: (progress: LoadProgress) => void,
    onLeft?: (progress: LoadProgress) => void,
  ) => Promise<Analysis[]>;
}
