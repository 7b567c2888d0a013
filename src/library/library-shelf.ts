import type { Article } from '../article/article.js';
import type { ServedSegment } from '../search/index/served-segment.js';

/** A file of a library, what it was made of, and the article that was made of it. */
export interface KeptSource {
  readonly file: string;
  readonly key: string;
  readonly stamp: string | null;
  readonly article: Article;
}

/** What a library was when it was last served. */
export interface KeptLibrary {
  readonly sources: readonly KeptSource[];
  /** Of these articles, as the same objects. */
  readonly segments: readonly ServedSegment[];
}

/** Where a library is kept over a restart. What is kept is only ever a short cut: a library opens without it, and is the same. */
export interface LibraryShelf {
  /** What was kept; nothing if there is nothing, or it does not fit. Never rejects. */
  load(): Promise<KeptLibrary>;
  /** Told of all sources before they are indexed together, while what the index has of each new one alone is still there (see `indexedOf`). */
  readonly note?: (sources: readonly KeptSource[]) => void;
  /** Keeps a library in place of what was kept before. Never rejects. */
  save(kept: KeptLibrary): Promise<void>;
}
