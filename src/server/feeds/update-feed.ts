import { type Feed, type FeedEntry, MOST_ENTRIES } from '../../feed/feed.js';
import type { FeedFetch } from '../../fetch/fetch-feed.js';
import { phrase, type Wording } from '../../messages/phrase.js';
import type { FeedState, FollowedFeed } from '../../store/feeds.js';
import type { SourceFeed, SourceRecord } from '../../store/sources.js';
import { pauseOf } from './feed-limits.js';

/** What reading a feed may do with the sources of its server. */
export interface FeedSources {
  /** Those that came by this feed. */
  list(): Promise<readonly SourceRecord[]>;
  /** Makes an article of an entry and adds it, or puts it in place of `replaced`; why not, if it does not. */
  put(entry: FeedEntry, from: SourceFeed, replaced: SourceRecord | null): Promise<Wording | null>;
  remove(record: SourceRecord): Promise<void>;
}

/** What came of reading a feed. */
export interface FeedUpdate {
  readonly state: FeedState;
  /** Whether the server's sources are others now. */
  readonly hasChanged: boolean;
}

/**
 * Brings the sources of a feed up to date with what was fetched: new entries are added, changed ones replaced, those beyond the number that is kept go, and
 * those that are listed no more go too if that was wished. An entry that a moderator has removed does not come back.
 */
export async function updateFeed(
  followed: FollowedFeed,
  fetched: FeedFetch | 'unmodified',
  sources: FeedSources,
  now: Date,
): Promise<FeedUpdate> {
  if (fetched === 'unmodified')
    return { state: well(followed, now, minutesSoFar(followed), null), hasChanged: false };
  if (!fetched.ok) return fail(followed, now, fetched.isGone ? phrase('sources.feed-gone') : fetched.reason);
  const { parsed, version } = fetched;
  if (parsed.kind !== 'feed') return fail(followed, now, phrase('sources.feed-no-more'));
  const { feed } = parsed;
  const took = await takeEntries(followed, feed, sources);
  const seen = [...new Set([...took.seen, ...followed.seen])].slice(0, 2 * MOST_ENTRIES);
  // What could not be taken is tried again, which a server that says "unmodified" would prevent.
  const kept = took.problem === null ? version : { etag: null, lastModified: null };
  const state = { ...well(followed, now, feed.minutes, took.problem), ...kept, title: feed.title, seen };
  return { state, hasChanged: took.hasChanged };
}

async function takeEntries(
  { url, most, whenGone, seen }: FollowedFeed,
  { entries }: Feed,
  sources: FeedSources,
): Promise<{ seen: string[]; problem: Wording | null; hasChanged: boolean }> {
  const own = new Map((await sources.list()).map((record) => [record.feed?.key ?? '', record]));
  const known = new Set(seen);
  const newest = newestFirst(entries).slice(0, most);
  const dealtWith: string[] = [];
  let problem: Wording | null = null;
  let hasChanged = false;
  // The oldest first, so that the newest is the one added last.
  for (const entry of newest.toReversed()) {
    const { key, stamp } = entry;
    const there = own.get(key);
    const isSame = there === undefined ? known.has(key) : there.feed?.stamp === stamp;
    const failure = isSame ? null : await sources.put(entry, { url, key, stamp }, there ?? null);
    if (failure === null) dealtWith.push(key);
    else problem = failure;
    if (!isSame && failure === null) hasChanged = true;
  }
  for (const record of findLeaving(await sources.list(), { entries, newest, most, whenGone })) {
    await sources.remove(record);
    hasChanged = true;
  }
  return { seen: dealtWith, problem, hasChanged };
}

/** The sources that are too many, the oldest first, and of those that are listed no more if they are to go. */
function findLeaving(
  records: readonly SourceRecord[],
  {
    entries,
    newest,
    most,
    whenGone,
  }: { entries: readonly FeedEntry[]; newest: readonly FeedEntry[] } & Pick<
    FollowedFeed,
    'most' | 'whenGone'
  >,
): SourceRecord[] {
  const listed = new Set(entries.map(({ key }) => key));
  const current = new Set(newest.map(({ key }) => key));
  const isGone = ({ feed }: SourceRecord): boolean => whenGone === 'drop' && !listed.has(feed?.key ?? '');
  const staying = records.filter((record) => !isGone(record));
  const inOrder = staying.toSorted(
    (a, b) =>
      Number(current.has(a.feed?.key ?? '')) - Number(current.has(b.feed?.key ?? '')) ||
      a.addedAt.getTime() - b.addedAt.getTime(),
  );
  const tooMany = inOrder.slice(0, Math.max(0, inOrder.length - most));
  return [...records.filter(isGone), ...tooMany];
}

/** By their days if all have one, as some feeds list the oldest first; else as they are listed. */
function newestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.some(({ published }) => published === null)) return entries;
  return entries.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
}

/** The minutes that the feed asked for when it was read, which a server that says "unmodified" does not repeat. */
function minutesSoFar({ dueAt, readAt, failures }: FollowedFeed): number | null {
  return readAt === null || failures > 0 ? null : (dueAt.getTime() - readAt.getTime()) / 60_000;
}

function well(followed: FollowedFeed, now: Date, minutes: number | null, problem: Wording | null): FeedState {
  const { title, etag, lastModified, seen } = followed;
  const dueAt = new Date(now.getTime() + pauseOf(minutes, 0));
  return { title, etag, lastModified, seen, dueAt, readAt: now, failingSince: null, failures: 0, problem };
}

function fail(followed: FollowedFeed, now: Date, problem: Wording): FeedUpdate {
  const { title, etag, lastModified, seen, readAt } = followed;
  const failures = followed.failures + 1;
  const dueAt = new Date(now.getTime() + pauseOf(null, failures));
  const failingSince = followed.failingSince ?? now;
  return {
    state: { title, etag, lastModified, seen, readAt, dueAt, failingSince, failures, problem },
    hasChanged: false,
  };
}
