/** Feeds of one server at most: each is a request every half hour. */
export const MOST_FEEDS = 10;

/** Articles that are kept of a feed if nothing is said, and at most. */
export const USUAL_ARTICLES = 10;
export const MOST_ARTICLES = 50;

const MINUTE = 60_000;

/** Milliseconds between two readings of a feed, unless it asks for more: what readers of feeds keep to. */
export const FEED_PAUSE = 30 * MINUTE;

/** Milliseconds after which a feed is read again at the latest, whatever it asks for and however often it failed. */
export const LONGEST_PAUSE = 24 * 60 * MINUTE;

/** Milliseconds until a feed is read again that asks for so many minutes (null for none), and that failed so often in a row. */
export function pauseOf(minutes: number | null, failures: number): number {
  const asked = Math.max(FEED_PAUSE, (minutes ?? 0) * MINUTE);
  return Math.min(LONGEST_PAUSE, asked * 2 ** failures);
}
