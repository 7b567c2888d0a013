/** Entries of a feed that are looked at: the newest; what follows is older than anybody keeps. */
export const MOST_ENTRIES = 200;

/** An article as a feed lists it. */
export interface FeedEntry {
  /** What tells it from the feed's others, also when its title changes: its id, else its address, else its title. */
  readonly key: string;
  readonly title: string | null;
  /** The absolute address of its page, or null. */
  readonly url: string | null;
  /** ISO calendar date, or null. */
  readonly published: string | null;
  /** Another one if the feed says that the article has changed. */
  readonly stamp: string;
  /** Its text as HTML, or null if the feed has none; often a summary alone. */
  readonly html: string | null;
}

/** A list of articles that a site keeps up to date: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  readonly title: string;
  /** In the feed's order, which is the newest first in nearly all. */
  readonly entries: readonly FeedEntry[];
  /** Minutes that the feed asks its readers to wait, or null. */
  readonly minutes: number | null;
}

/** What is at an address that was given for a feed: one, a page that names its feeds, or neither. */
export type ParsedFeed =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'page'; readonly feeds: readonly string[] }
  | { readonly kind: 'neither' };
