import type { Article } from '../article/article.js';
import type { Annotation } from '../language/annotation.js';
import type { Entity } from './entity.js';
import type { Fact } from './fact.js';
import type { Quotation } from './quotation.js';

/** What the bot understands of one article. Each part is worked out when first asked for, and kept. */
export interface Reading {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
}
