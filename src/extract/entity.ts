import type { Span } from '../article/span.js';
import type { NameKind } from './people/name-span.js';
import type { Gender } from './people/titles.js';

/** Where an article speaks of an entity: by name, by a describing phrase, by a pronoun, or, of a place, in part of another's name ("Texas" in "University of Texas"). */
export interface Mention extends Span {
  readonly kind: 'name' | 'description' | 'pronoun' | 'part';
}

/** A person, an organisation or a place of one article, with every place where it is spoken of; `unknown` in languages where nothing tells which. */
export interface Entity {
  readonly kind: NameKind | 'unknown';
  /** The fullest form of the name that the article uses, without titles: "Benjamin Netanyahu". */
  readonly name: string;
  /** As a form of address, a first name or a description tells it; null if nothing does, and for what is no person. */
  readonly gender: Gender | null;
  /** Other forms in which it is named, as they are written, most frequent first: "Prime Minister Netanyahu", "Netanyahu". */
  readonly aliases: readonly string[];
  /** Phrases that say who or what it is ("former British Prime Minister", "the Israeli leader"), in order. */
  readonly descriptions: readonly Span[];
  /** In the order of the text, not overlapping; parts of others' names lie within those. */
  readonly mentions: readonly Mention[];
}
