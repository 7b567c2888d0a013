import type { Span } from '../article/span.js';
import type { Entity } from './entity.js';

/**
 * Who says something: the mention as it is in the article, and the name it was resolved to
 * (the mention's own words if it names nobody known).
 */
export interface Speaker extends Span {
  readonly name: string;
  /** The person or organisation meant, if it could be told. */
  readonly entity: Entity | null;
  /** Whom a speaker who is described but not named speaks for ("a senior aide" of the White House), if the text says so. */
  readonly behalf: Span | null;
}

/**
 * Something that an article gives as somebody's words or thoughts.
 * `direct`: whole sentences in quotation marks; `partial`: quoted words inside somebody's reported
 * statement; `reported`: without quotation marks; `denied`: what somebody is told not to have said, or denies.
 */
export interface Attribution {
  readonly kind: 'direct' | 'partial' | 'reported' | 'denied';
  /** What is said, with its quotation marks; several spans if the cue interrupts it. In order, never empty. */
  readonly content: readonly Span[];
  /** The words that tie it to its speaker ("said", "According to"); null if there are none. */
  readonly cue: Span | null;
  /** Null if the text names nobody. */
  readonly speaker: Speaker | null;
}

/** What an article attributes to anybody, and the words in quotation marks that nobody says (names of things, scare quotes, titles of works), each in the order of the text. */
export interface Attributions {
  readonly attributions: readonly Attribution[];
  readonly terms: readonly Span[];
}
