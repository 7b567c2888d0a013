import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Annotation } from '../language/annotation.js';
import type { Phrase } from '../messages/phrase.js';
import type { Attribution } from './attribution.js';
import type { Entity } from './entity.js';
import type { Fact } from './fact.js';

/** What the bot understands of one article. */
export interface Analysis {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly entities: readonly Entity[];
  readonly attributions: readonly Attribution[];
  /** Words in quotation marks that nobody says: names of things, scare quotes, titles of works. */
  readonly terms: readonly Span[];
  readonly facts: readonly Fact[];
  /** Whether it only tells what is said and which facts there are near some places (see `ArticleReader.readNear`); left out if all was read. */
  readonly isNear?: true;
  /** Why it was given up, as a sentence without the article's title; what was not found by then is empty. Left out if all was read. */
  readonly givenUp?: Phrase;
}
