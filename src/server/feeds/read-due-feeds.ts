import type { PutSource, SourceChange } from '../../library/listed-sources.js';
import { ownFile } from '../../library/own-articles.js';
import type { FeedStore, FollowedFeed } from '../../store/feeds.js';
import { type EntryParts, takeEntry } from './take-entry.js';
import { type FeedUpdate, updateFeed } from './update-feed.js';

/** A feed that could be read the last time and cannot any more, or the other way round. */
export interface FeedTurn {
  readonly feed: FollowedFeed;
  readonly state: FeedUpdate['state'];
  readonly turn: 'failing' | 'well';
}

/** What feeds of all servers are read with. */
export interface DueFeedsParts {
  readonly store: EntryParts['store'] & { readonly feeds: Pick<FeedStore, 'claimDue' | 'update'> };
  readonly now: () => Date;
  /** What an entry of a feed of this server becomes a source with. */
  readonly partsOf: (guildId: string) => Omit<EntryParts, 'texts' | 'taken'>;
  /** Serves a server's sources as they are now. */
  readonly serve: (guildId: string, change: SourceChange) => Promise<unknown>;
}

/** Feeds read at the same time: enough not to wait for the slowest site, and few beside what people ask. */
const AT_ONCE = 4;

/** Milliseconds after which a feed that somebody began to read, and never ended, is read by others: no feed takes that long. */
const CLAIM = 10 * 60_000;

/** Feeds of one round: the rest are due in the next one. */
const MOST_IN_ROUND = 200;

/** Reads the feeds that are due, of all servers, and brings their sources up to date; which of them began to fail, or are well again. */
export async function readDueFeeds(parts: DueFeedsParts): Promise<FeedTurn[]> {
  const { store, now } = parts;
  const turns: FeedTurn[] = [];
  let left = MOST_IN_ROUND;
  // One by one, so that what is claimed is read at once and other machines have the rest.
  const claim = async (): Promise<FollowedFeed | undefined> => {
    left -= 1;
    if (left < 0) return undefined;
    const at = now();
    const [feed] = await store.feeds.claimDue(at, new Date(at.getTime() + CLAIM), 1);
    return feed;
  };
  const work = async (): Promise<void> => {
    for (let feed = await claim(); feed !== undefined; feed = await claim()) {
      const turn = await readOne(feed, parts);
      if (turn !== null) turns.push(turn);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return turns;
}

async function readOne(
  feed: FollowedFeed,
  { store, now, partsOf, serve }: DueFeedsParts,
): Promise<FeedTurn | null> {
  const { guildId, url } = feed;
  const taken = new Map<string, PutSource>();
  const removed: string[] = [];
  const entryParts = { ...partsOf(guildId), texts: new Set<string>(), taken };
  const fetched = await entryParts.pages.fetchFeed(url, feed);
  const update = await updateFeed(
    feed,
    fetched,
    {
      list: async () => (await store.sources.list(guildId)).filter((record) => record.feed?.url === url),
      put: (entry, from, replaced) => takeEntry(entry, from, replaced, entryParts),
      remove: async (record) => {
        await store.sources.remove(guildId, record.name);
        removed.push(ownFile(record));
      },
    },
    now(),
  );
  await store.feeds.update(guildId, url, update.state);
  if (update.hasChanged) {
    const put = [...taken.values()].filter(({ source }) => !removed.includes(source.file));
    await serve(guildId, { put, removed });
  }
  const isFailing = update.state.failingSince !== null;
  if (isFailing === (feed.failingSince !== null)) return null;
  return { feed, state: update.state, turn: isFailing ? 'failing' : 'well' };
}
