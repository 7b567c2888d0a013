import type { Article } from '../article/article.js';
import type { Fact } from '../extract/fact.js';

/** A fact with the article it is in and how well it fits what was asked. */
export interface FoundFact {
  readonly article: Article;
  readonly fact: Fact;
  /** 0 to 1; null if no topic was given. */
  readonly coverage: number | null;
}
