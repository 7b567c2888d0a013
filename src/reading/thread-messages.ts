import type { SourceFile } from '../article/source-file.js';
import type { Span } from '../article/span.js';
import type { Entity } from '../extract/entity.js';
import type { ParsedFeed } from '../feed/feed.js';
import type { Phrase } from '../messages/phrase.js';
import type { RobotsQuestion } from '../robots/allows.js';
import type { PackedAnnotation } from './packed-annotation.js';
import type { PackedArticle } from './packed-article.js';
import type { PackedFindings } from './packed-findings.js';
import type { PackedSource } from './told-source.js';

/**
 * What a reading thread is asked: to make an article of a file, to read one, to read a feed or the rules of a robots.txt, or for the next part of what it has to say
 * (a thread that takes several parts at once would be held up by them together). One thing at a time.
 */
export type ThreadRequest =
  | { readonly kind: 'parse'; readonly source: SourceFile }
  /** The same, and behind `parsed` all that is said of an article that is read, if it is asked to go on. */
  | { readonly kind: 'parse-and-read'; readonly source: SourceFile }
  | { readonly kind: 'read'; readonly article: PackedArticle }
  | { readonly kind: 'feed'; readonly text: string; readonly address: string }
  | { readonly kind: 'rules'; readonly question: RobotsQuestion }
  /** `places` of the article that is read are wanted before the rest of it; null for none. */
  | { readonly kind: 'go-on'; readonly places: readonly Span[] | null };

/**
 * What a reading thread says: of an article that is read first `annotated`, then `named` and `found` once or more each, what is near the places that are
 * wanted first and then of the whole; `overflowed` or `failed` instead of any.
 */
export type ThreadAnswer =
  /** The thread has started; `task` is what the system knows it by, null if it does not tell. */
  | { readonly kind: 'ready'; readonly task: string | null }
  | { readonly kind: 'parsed'; readonly parsed: PackedSource }
  | { readonly kind: 'fed'; readonly parsed: ParsedFeed }
  | { readonly kind: 'ruled'; readonly isAllowed: boolean }
  | { readonly kind: 'annotated'; readonly annotation: PackedAnnotation }
  | { readonly kind: 'named'; readonly entities: readonly Entity[] }
  | {
      readonly kind: 'found';
      readonly of: 'places' | 'whole';
      readonly findings: PackedFindings;
      readonly isLast: boolean;
    }
  /** The article is too deep in itself to be read. */
  | { readonly kind: 'overflowed' }
  /** A bug: what is said of the article, and the stack of the error. */
  | { readonly kind: 'failed'; readonly reason: Phrase; readonly stack: string };
