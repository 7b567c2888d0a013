import type { Logger } from 'pino';
import type { CommandContext, ContextAt, ReloadScope } from '../bot/command.js';
import type { Encoder } from '../encoder/encoder.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import type { Pages } from '../fetch/pages.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import type { MemoryRoom } from '../library/memory-room.js';
import type { ReloadReport } from '../library/reload-report.js';
import type { FeedTurn } from '../server/feeds/read-due-feeds.js';
import type { SettingsBook, SettingsDefaults } from '../server/settings-book.js';
import type { Swept } from '../server/sweep.js';
import type { DepartureStore } from '../store/records.js';
import type { SourceTotals } from '../store/sources.js';
import type { Store } from '../store/store.js';

/** What Footnote is opened with. */
export interface FootnoteOptions {
  /** The folder of the articles; null for the shipped ones. */
  readonly seedsDir: string | null;
  /** What holds in a server that has not set it otherwise. */
  readonly defaults?: SettingsDefaults;
  /** The one server that the bot is for: its moderators look after the shared articles too. */
  readonly homeGuildId?: string | null;
  /** Reads the articles; whoever made it closes it. What it throws befalls the article alone that it was asked for. */
  readonly reader: ArticleReader;
  /** Reads articles together with a question; whoever opened it closes it. Left out, the passages that share most with a question are shown, and nothing is said to answer. */
  readonly encoder?: Encoder | null;
  /** Told of each reading of sources again: which, whether it was `done`, and the milliseconds that it took. */
  readonly onReload?: (which: ReloadScope, outcome: 'done' | 'failed', milliseconds: number) => void;
  /** Told of what could not be brought up to date after another machine had changed it. */
  readonly onFollowing?: (error: unknown) => void;
  /** Told of what fails on an article and nobody foresaw. */
  readonly onFault?: OnFault;
  /** What of the articles stays in memory; left out, `FULL_ROOM`. */
  readonly room?: MemoryRoom;
  /** Where the shared articles are kept over a restart, as they were made of their files; left out, they are made anew. */
  readonly shelf?: LibraryShelf | null;
  /** Where servers keep what is theirs; left out, they have nothing of their own, and what they set lasts as long as the program. */
  readonly own?: OwnOptions | null;
}

/** What servers may keep, and where. */
export interface OwnOptions {
  readonly store: Store;
  readonly limits: SourceTotals;
  /** Null if sources may not be given by their address. */
  readonly pages: Pages | null;
  /** Where a server's articles are kept over a restart, as they were made of its sources; left out, they are made anew. */
  readonly shelfOf?: (guildId: string) => LibraryShelf;
  /** Days after which what is kept of a server goes once the bot was removed from it. */
  readonly graceDays: number;
}

/** Footnote with its articles loaded, ready to be put into Discord or a terminal. */
export interface Footnote {
  /** What the first load found. */
  readonly report: ReloadReport;
  /** What a command may use when there is no server, with the corpus of this moment: take it once for each command that runs. */
  readonly context: () => CommandContext;
  /** The same in a place of Discord. */
  readonly contextAt: ContextAt;
  /** How the bot behaves in each server. */
  readonly settings: SettingsBook;
  /** The servers that the bot was removed from; null if nothing is kept. */
  readonly departures: DepartureStore | null;
  /** Removes what has had its time; null if nothing is kept. */
  readonly sweep: () => Promise<Swept | null>;
  /** Reads the feeds that are due, now and every minute, and at once when one is followed; tells of one that begins to fail or is well again. The function that is returned ends it. */
  readonly readFeeds: (logger: Logger, onTurn: (turn: FeedTurn) => void) => () => void;
  /** Reads the shared articles in the background, now and after each load, as far as they take half the room; the function that is returned ends it. */
  readonly readAhead: (onFailure: (error: unknown) => void) => () => void;
}
