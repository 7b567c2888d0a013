import type { Article, Passage } from '../article/article.js';
import type { Span } from '../article/span.js';

/** A passage of an article of the corpus. */
export interface FoundPassage {
  readonly article: Article;
  readonly passage: Passage;
  /** How many of the keys looked for it has, with its title and heading. */
  readonly had: number;
  /** Comparable only within one result of one index. */
  readonly score: number;
}

/** What no passage of an article holds: a heading, page furniture, code. */
export interface FoundAside {
  readonly article: Article;
  readonly aside: Span;
  /** How many of the keys looked for it has. */
  readonly had: number;
  /** Comparable only within one result of one index. */
  readonly score: number;
}

/** Where to look, and how much of what is found is wanted. */
export interface FindOptions {
  /** Keeps to one article. */
  readonly articleId?: string;
  /** Passages or asides at most. */
  readonly limit?: number;
}

/** An index of the passages of a corpus, built once and never changed. */
export interface SearchIndex {
  /** The passages that share most with the words, best first; empty if none does. */
  findPassages(words: string, options?: FindOptions): readonly FoundPassage[];
  /** The same among what no passage holds. */
  findAsides(words: string, options?: FindOptions): readonly FoundAside[];
  /** Whether any passage has one of the words in some form, read by the rules of a language (BCP 47) and nothing forgiven. */
  holds(words: string, language: string, options?: Pick<FindOptions, 'articleId'>): boolean;
  /** Whether any passage has one of the words, slips forgiven, not as the beginning of another; false for stop words alone. */
  knows(words: string, options?: Pick<FindOptions, 'articleId'>): boolean;
}
