import type { Article } from '../article/article.js';
import type { Annotation } from '../language/annotation.js';
import type { Phrase } from '../messages/phrase.js';
import type { Entity } from './entity.js';
import type { Fact } from './fact.js';
import type { Quotation } from './quotation.js';

/** What the bot understands of one article. */
export interface Reading {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
  /** Why it was given up, as a sentence without the article's title; what was not found by then is empty. Left out where all was read. */
  readonly givenUp?: Phrase;
}
