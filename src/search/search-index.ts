import type { Article, Passage } from '../article/article.js';

/** A passage of an article of the corpus. */
export interface FoundPassage {
  readonly article: Article;
  readonly passage: Passage;
  /** Comparable only within one result of one index. */
  readonly score: number;
}

/** An index of the passages of a corpus, built once and never changed. */
export interface SearchIndex {
  /**
   * The passages that share most with the words, best first; empty where none does.
   * `articleId` keeps to one article; `limit` counts passages.
   */
  findPassages(
    words: string,
    options?: { readonly articleId?: string; readonly limit?: number },
  ): FoundPassage[];
  /** Whether any passage has one of the words, slips forgiven, not as the beginning of another; false for stop words alone. */
  knows(words: string, options?: { readonly articleId?: string }): boolean;
}
