import type { Postings } from './postings.js';

/** The fields of a passage that are searched: its own words, its article's title, the heading above it. */
export const FIELDS = { words: 0, title: 1, heading: 2 } as const;

export const FIELD_COUNT = 3;

/**
 * What the index has of some articles, packed: the articles, their passages and what no passage holds (their asides) by their numbers. It knows no article
 * itself. Never changed once made: an article that is gone is passed over until its segment is merged with others.
 */
export interface IndexSegment {
  /** The passages of article `i` are those from `passageStarts[i]` to `passageStarts[i + 1]`. */
  readonly passageStarts: Uint32Array<ArrayBuffer>;
  /** The same of asides. */
  readonly asideStarts: Uint32Array<ArrayBuffer>;
  /** Different words in each field of each passage. */
  readonly passageLengths: Uint16Array<ArrayBuffer>;
  /** Different words of each aside. */
  readonly asideLengths: Uint16Array<ArrayBuffer>;
  /** Keys (see `findKeysIn`) with the passages that have them, marked with the field. */
  readonly passages: Postings;
  /** The same of asides, which have one field. */
  readonly asides: Postings;
  /** English words in compared form, with the articles that have them. */
  readonly forms: Postings;
  /** Their stems, with the articles. */
  readonly stems: Postings;
}

/** How many articles a segment has. */
export function countArticles({ passageStarts }: IndexSegment): number {
  return passageStarts.length - 1;
}
