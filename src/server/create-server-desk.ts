import type { ArticleReader } from '../extract/article-reader.js';
import type { Pages } from '../fetch/pages.js';
import type { BuildCorpus } from '../library/build-corpus.js';
import type { Corpus } from '../library/corpus.js';
import { joinCorpora } from '../library/join-corpora.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import type { IsKnown, ListedSources } from '../library/listed-sources.js';
import type { LoadProgress } from '../library/load-progress.js';
import { ownFile, stampOf, toListedFile } from '../library/own-articles.js';
import type { ReloadReport } from '../library/reload-report.js';
import { ServerLibraries } from '../library/server-libraries.js';
import type { SourceTotals } from '../store/sources.js';
import type { Store } from '../store/store.js';
import { createGapList } from './create-gap-list.js';
import { createOwnSources } from './create-own-sources.js';
import { createFeedDesk } from './feeds/create-feed-desk.js';
import { type FeedTurn, readDueFeeds } from './feeds/read-due-feeds.js';
import { createPreviews } from './previews.js';
import type { ServerDesk } from './server-desk.js';
import type { SettingsBook } from './settings-book.js';

/** What the desks of servers are made with. */
export interface ServerDesksParts {
  readonly store: Store;
  readonly settings: SettingsBook;
  readonly limits: SourceTotals;
  readonly pages: Pages | null;
  readonly now: () => Date;
  readonly newDraftId: () => string;
  readonly reader: ArticleReader;
  readonly buildCorpus: BuildCorpus;
  /** Where a server's own articles are kept over a restart, as they were made of their sources; left out, they are made anew. */
  readonly shelfOf?: ((guildId: string) => LibraryShelf) | undefined;
  /** Passages of servers' own articles that stay in memory. */
  readonly keptPassages: number;
  /** The articles that all servers share, as of this moment. */
  readonly shared: () => Corpus;
  /** Told when a server has begun to follow a feed, which is due at once. */
  readonly onFollowed?: () => void;
}

/** What servers have of their own, each behind a desk that knows no other server. */
export interface ServerDesks {
  deskOf(guildId: string): ServerDesk;
  /** What is seen in a server: its own articles and the shared ones. */
  corpusAt(guildId: string): Promise<Corpus>;
  /** Reads a server's own sources again. */
  reload(guildId: string, onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport>;
  /** Reads the feeds that are due, of all servers; which of them began to fail, or are well again. */
  readDueFeeds(): Promise<readonly FeedTurn[]>;
  /** Learns that a server's sources or settings were changed, perhaps by another machine. */
  refresh(guildId: string, part: 'sources' | 'settings', version: number): Promise<void>;
  /** Learns that anything may have changed. */
  refreshAll(): void;
  /** Removes all that is kept of a server, also from memory. */
  forget(guildId: string): Promise<void>;
}

/** A joined corpus and what it was joined of. */
interface Joined {
  readonly own: Corpus;
  readonly shared: Corpus;
  readonly corpus: Corpus;
}

/** A server's sources: all with their bytes, or if some are known those that are not. */
async function listSources(
  { sources }: Pick<Store, 'sources'>,
  guildId: string,
  isKnown: IsKnown,
): Promise<ListedSources> {
  const records = await sources.list(guildId);
  const known = records.filter((record) => isKnown(ownFile(record), stampOf(record)));
  if (known.length === 0) {
    const files = records.length === 0 ? [] : await sources.readAll(guildId);
    return { files: files.map(toListedFile), unread: [] };
  }
  const names = new Set(known.map(({ name }) => name));
  const others = records.filter(({ name }) => !names.has(name));
  const found = await Promise.all(others.map(({ name }) => sources.find(guildId, name)));
  const files = found.filter((source) => source !== null).map(toListedFile);
  return { files, unchanged: known.map(ownFile), unread: [] };
}

/** The desks of servers over a store. */
export function createServerDesks(parts: ServerDesksParts): ServerDesks {
  const { store, settings, shared, reader, buildCorpus, now } = parts;
  const libraries = new ServerLibraries({
    readSources: (guildId, isKnown) => listSources(store, guildId, isKnown),
    versionOf: async (guildId) => (await store.changes?.versionOf(guildId)) ?? 0,
    parse: reader.parse,
    buildCorpus,
    now,
    keptPassages: parts.keptPassages,
    shelfOf: parts.shelfOf,
  });
  const previews = createPreviews();
  // A desk has the queue of its server's changes, so there is one; it is small.
  const desks = new Map<string, ServerDesk>();
  // Held by the own corpus, so that it goes when that is let go of.
  const joined = new WeakMap<Corpus, Joined>();
  const openDesk = (guildId: string): ServerDesk => ({
    guildId,
    sources: createOwnSources({
      ...parts,
      guildId,
      own: () => libraries.corpusOf(guildId),
      serve: (change) => libraries.change(guildId, change),
      previews,
    }),
    feeds: createFeedDesk({
      ...parts,
      guildId,
      serve: (change) => libraries.change(guildId, change),
      onFollowed: parts.onFollowed ?? (() => undefined),
    }),
    settings: settings.deskOf(guildId),
    gaps: createGapList(store, guildId, now),
  });
  return {
    deskOf(guildId) {
      const desk = desks.get(guildId) ?? openDesk(guildId);
      desks.set(guildId, desk);
      return desk;
    },
    async corpusAt(guildId) {
      const own = await libraries.corpusOf(guildId);
      const common = shared();
      const known = joined.get(own);
      if (known?.shared === common) return known.corpus;
      const corpus = joinCorpora(own, common);
      joined.set(own, { own, shared: common, corpus });
      return corpus;
    },
    reload: (guildId, onProgress) => libraries.reload(guildId, onProgress),
    async readDueFeeds() {
      const { pages } = parts;
      if (pages === null) return [];
      const partsOf = (guildId: string) => ({
        ...parts,
        guildId,
        pages,
        own: () => libraries.corpusOf(guildId),
      });
      return readDueFeeds({
        store,
        now,
        partsOf,
        serve: (guildId, change) => libraries.change(guildId, change),
      });
    },
    async refresh(guildId, part, version) {
      if (part === 'settings') settings.forget(guildId);
      else await libraries.refresh(guildId, version);
    },
    refreshAll() {
      libraries.closeAll();
      settings.forgetAll();
    },
    async forget(guildId) {
      await store.forgetServer(guildId);
      libraries.close(guildId);
      settings.forget(guildId);
      desks.delete(guildId);
    },
  };
}
