import type { FollowedFeed } from '../../store/feeds.js';
import type { Outcome } from '../own-sources.js';

/** How a feed is to be followed. */
export interface Following {
  /** Articles that are kept at most. */
  readonly most: number;
  /** What becomes of an article that the feed does not list any more. */
  readonly whenGone: FollowedFeed['whenGone'];
}

/** A feed that would be followed; it waits under `draftId` for a word of who gave its address. */
export interface FeedPreview extends Following {
  readonly draftId: string;
  readonly title: string;
  readonly url: string;
  /** Articles that it lists. */
  readonly count: number;
  /** The titles of the newest, as many as there are. */
  readonly newest: readonly string[];
  /** Whether the server follows it already, and how is to change. */
  readonly isFollowed: boolean;
}

/** The feeds of one server. */
export interface FeedDesk {
  /** Looks at a feed, or at the first one that a page names. Refused if the operator allows no fetching. */
  prepare(address: string, how: Following, userId: string): Promise<Outcome<FeedPreview>>;
  /** Follows what was looked at; its articles come with the next reading of feeds. */
  confirm(draftId: string, userId: string): Promise<Outcome<FollowedFeed>>;
  discard(draftId: string, userId: string): Promise<boolean>;
  /** Ordered by title. */
  list(): Promise<readonly FollowedFeed[]>;
  /** The feed of this address or title, as typed; null if none is meant. */
  find(typed: string): Promise<FollowedFeed | null>;
  /** Follows a feed no more; its articles stay as the server's own, or go. How many went; null if it is not followed. */
  unfollow(url: string, articles: 'keep' | 'drop'): Promise<number | null>;
}
