import { z } from 'zod';
import type { ParsedFeed } from '../../feed/feed.js';
import type { Pages } from '../../fetch/pages.js';
import { hasWords } from '../../language/has-words.js';
import { normalise } from '../../language/normalise.js';
import type { SourceChange } from '../../library/listed-sources.js';
import { ownFile } from '../../library/own-articles.js';
import { phrase } from '../../messages/phrase.js';
import type { FollowedFeed } from '../../store/feeds.js';
import type { Draft } from '../../store/sources.js';
import type { Store } from '../../store/store.js';
import { DRAFT_LIFE, MOST_DRAFTS } from '../draft-limits.js';
import type { Outcome } from '../own-sources.js';
import type { FeedDesk, Following } from './feed-desk.js';
import { MOST_FEEDS } from './feed-limits.js';

/** What the feeds of a server are made of. */
export interface FeedDeskParts {
  readonly guildId: string;
  readonly store: Pick<Store, 'feeds' | 'drafts' | 'sources'>;
  /** Null if the operator allows no fetching. */
  readonly pages: Pages | null;
  readonly now: () => Date;
  readonly newDraftId: () => string;
  /** Serves sources no more that were removed. */
  readonly serve: (change: SourceChange) => Promise<unknown>;
  /** Told when there is a feed to be read at once. */
  readonly onFollowed: () => void;
}

/** How a feed's draft is told from an article's. */
const ENDING = 'feed';

const NO_VERSION = { etag: null, lastModified: null };

/** Titles of a preview: enough to know the feed by. */
const TITLES_SHOWN = 3;

const followingSchema = z.object({ most: z.int().positive(), whenGone: z.enum(['keep', 'drop']) });

/** The feeds of one server; whatever is asked of the store names that server. */
export function createFeedDesk(parts: FeedDeskParts): FeedDesk {
  const { guildId, store, pages, now } = parts;
  const list = (): Promise<readonly FollowedFeed[]> => store.feeds.list(guildId);
  return {
    async prepare(address, how, userId) {
      if (pages === null) return refuse(phrase('sources.no-fetching'));
      const found = await findFeed(address, pages);
      if (!found.ok) return found;
      const { url, feed } = found.value;
      const followed = await list();
      const isFollowed = followed.some((other) => other.url === url);
      if (!isFollowed && followed.length >= MOST_FEEDS)
        return refuse(phrase('sources.too-many-feeds', { most: MOST_FEEDS }));
      const draft = toDraft({
        guildId,
        userId,
        url,
        title: feed.title,
        how,
        id: parts.newDraftId(),
        at: now(),
      });
      await store.drafts.put(draft, MOST_DRAFTS);
      const newest = feed.entries
        .slice(0, TITLES_SHOWN)
        .map(({ title, url: page, key }) => title ?? page ?? key);
      const { length: count } = feed.entries;
      return {
        ok: true,
        value: { draftId: draft.id, title: feed.title, url, count, newest, isFollowed, ...how },
      };
    },
    async confirm(draftId, userId) {
      const draft = await store.drafts.find(guildId, userId, draftId);
      const following = draft === null ? null : readDraft(draft, now());
      if (draft === null || following === null) return refuse(phrase('sources.draft-gone'));
      const feed: FollowedFeed = {
        guildId,
        url: following.url,
        title: draft.title,
        ...following.how,
        addedBy: userId,
        addedAt: now(),
        dueAt: now(),
        readAt: null,
        failingSince: null,
        failures: 0,
        problem: null,
        ...NO_VERSION,
        seen: [],
      };
      if (!(await store.feeds.add(feed, MOST_FEEDS)))
        return refuse(phrase('sources.too-many-feeds', { most: MOST_FEEDS }));
      await store.drafts.remove(guildId, userId, draftId);
      parts.onFollowed();
      return { ok: true, value: feed };
    },
    discard: (draftId, userId) => store.drafts.remove(guildId, userId, draftId),
    list,
    find: async (typed) => findMeant(typed, await list()),
    async unfollow(url, articles) {
      const own = (await store.sources.list(guildId)).filter(({ feed }) => feed?.url === url);
      if (!(await store.feeds.remove(guildId, url))) return null;
      if (articles === 'keep') return 0;
      for (const { name } of own) await store.sources.remove(guildId, name);
      if (own.length > 0) await parts.serve({ put: [], removed: own.map(ownFile) });
      return own.length;
    },
  };
}

/** The feed at an address, or the first one that the page there names. */
async function findFeed(
  address: string,
  pages: Pages,
): Promise<Outcome<{ readonly url: string; readonly feed: Extract<ParsedFeed, { kind: 'feed' }>['feed'] }>> {
  const first = await fetchReading(address, pages);
  if (!first.ok) return first;
  const { parsed, url } = first.value;
  if (parsed.kind === 'feed') return { ok: true, value: { url, feed: parsed.feed } };
  const [named] = parsed.kind === 'page' ? parsed.feeds : [];
  if (named === undefined) return refuse(phrase('sources.no-feed', { address }));
  const second = await fetchReading(named, pages);
  if (!second.ok) return second;
  return second.value.parsed.kind === 'feed'
    ? { ok: true, value: { url: second.value.url, feed: second.value.parsed.feed } }
    : refuse(phrase('sources.no-feed', { address: named }));
}

async function fetchReading(
  address: string,
  pages: Pages,
): Promise<Outcome<{ readonly url: string; readonly parsed: ParsedFeed }>> {
  const fetched = await pages.fetchFeed(address, NO_VERSION);
  if (fetched === 'unmodified') return refuse(phrase('sources.no-feed', { address }));
  if (!fetched.ok) return fetched;
  return { ok: true, value: { url: fetched.url, parsed: fetched.parsed } };
}

interface DraftParts {
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  readonly url: string;
  readonly title: string;
  readonly how: Following;
  readonly at: Date;
}

function toDraft({ url, how, at, ...rest }: DraftParts): Draft {
  const bytes = new TextEncoder().encode(JSON.stringify(how));
  return { ...rest, ending: ENDING, bytes, fetchedFrom: url, fetchedAt: at, madeAt: at };
}

/** What a draft is to follow; null for an article's draft, and for one whose time is over. */
function readDraft(draft: Draft, now: Date): { readonly url: string; readonly how: Following } | null {
  const { ending, bytes, fetchedFrom: url, madeAt } = draft;
  if (ending !== ENDING || url === null || now.getTime() - madeAt.getTime() > DRAFT_LIFE) return null;
  return { url, how: followingSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) };
}

/** The feed with this address or title, else the only one whose title or address has all the words typed. */
function findMeant(typed: string, feeds: readonly FollowedFeed[]): FollowedFeed | null {
  const title = normalise(typed.trim());
  const named = feeds.find((feed) => feed.url === typed.trim() || normalise(feed.title) === title);
  if (named !== undefined) return named;
  const found = feeds.filter((feed) => hasWords(`${feed.title} ${feed.url}`, typed));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function refuse<Value>(reason: ReturnType<typeof phrase>): Outcome<Value> {
  return { ok: false, reason };
}
