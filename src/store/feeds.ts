import type { Wording } from '../messages/phrase.js';

/** What changes of a feed each time that it is read. */
export interface FeedState {
  readonly title: string;
  /** When it is to be read next. */
  readonly dueAt: Date;
  /** When it was last read whole, or null. */
  readonly readAt: Date | null;
  /** Since when it cannot be read, or null if it was read the last time. */
  readonly failingSince: Date | null;
  /** Readings that failed one after the other. */
  readonly failures: number;
  /** What is wrong with it, or with what came of it; null for nothing. */
  readonly problem: Wording | null;
  /** What its server called the version that was read (RFC 9110, 8.8), or null. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The keys of the entries that are dealt with, also of those that a moderator has removed since. */
  readonly seen: readonly string[];
}

/** A feed that a server follows. */
export interface FollowedFeed extends FeedState {
  readonly guildId: string;
  /** Unique within the server. */
  readonly url: string;
  /** Articles that are kept of it at most; the oldest goes. */
  readonly most: number;
  /** What becomes of an article that the feed does not list any more. */
  readonly whenGone: 'keep' | 'drop';
  /** Who follows it for the server; null once they have asked to be forgotten. */
  readonly addedBy: string | null;
  readonly addedAt: Date;
}

/** The feeds of servers. */
export interface FeedStore {
  /** Ordered by title. */
  list(guildId: string): Promise<readonly FollowedFeed[]>;
  /**
   * Those of all servers that are to be read by now, `most` of them, the longest due: whoever gets them has them for itself
   * until they are updated, or until a moment if that never happens.
   */
  claimDue(now: Date, until: Date, most: number): Promise<readonly FollowedFeed[]>;
  /** Adds a feed, or changes how the one with its address is followed; false, and nothing changed, beyond `most` feeds of its server. */
  add(feed: FollowedFeed, most: number): Promise<boolean>;
  /** False if the server does not follow it any more. */
  update(guildId: string, url: string, state: FeedState): Promise<boolean>;
  /** Removes a feed; its sources stay as if a moderator had added them. False if there is none. */
  remove(guildId: string, url: string): Promise<boolean>;
}
