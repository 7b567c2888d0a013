import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import { answerQuestion } from '../answer/ask.js';
import type { CommandContext, ContextAt, Occasion, ReloadScope } from '../bot/command.js';
import type { Place } from '../bot/place.js';
import type { Encoder } from '../encoder/encoder.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import type { Pages } from '../fetch/pages.js';
import { assetPath } from '../files/assets.js';
import { readSeeds } from '../files/seeds.js';
import { tokenize } from '../language/annotation.js';
import { corpusBuilder } from '../library/build-corpus.js';
import type { Corpus } from '../library/corpus.js';
import { FolderUnreadable } from '../library/folder-unreadable.js';
import { guardReader } from '../library/guard-reader.js';
import { Library } from '../library/library.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import type { LoadProgress } from '../library/load-progress.js';
import { FULL_ROOM, type MemoryRoom } from '../library/memory-room.js';
import { refuseReserved } from '../library/own-articles.js';
import { readAhead } from '../library/read-ahead.js';
import type { ReloadReport } from '../library/reload-report.js';
import { doInSlices } from '../scheduling/give-way.js';
import { askAhead } from '../search/ask-ahead.js';
import { rememberOdds } from '../search/remember-odds.js';
import { createServerDesks, type ServerDesks } from '../server/create-server-desk.js';
import type { FeedTurn } from '../server/feeds/read-due-feeds.js';
import { recordReload } from '../server/record-reload.js';
import { createSettingsBook, type SettingsBook, type SettingsDefaults } from '../server/settings-book.js';
import { type Swept, sweep } from '../server/sweep.js';
import type { DepartureStore } from '../store/records.js';
import type { SourceTotals } from '../store/sources.js';
import type { Store } from '../store/store.js';
import { followOthers } from './follow-others.js';
import { readFeedsRegularly } from './read-feeds-regularly.js';
import { commands } from './registry.js';
import { readVersion } from './version.js';

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
  /** What a command may use where there is no server, with the corpus of this moment: take it once for each command that runs. */
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

/** Where the articles are that Footnote ships, from the package's root. */
const SHIPPED_SEEDS = 'seeds';

/** Where a command is used that comes from no server and no user of Discord: by whoever runs the bot. */
const AT_HOME: Place = { guildId: null, userId: null, isModerator: false, isOperator: true, language: 'en' };

/** Seconds between two questions of one user, for whoever opens Footnote without a say in it. */
const DEFAULTS: SettingsDefaults = { moderatorRoleId: null, cooldownSeconds: 3 };

/**
 * Loads the models and the articles of a folder, or the shipped ones.
 *
 * @throws an Error whose message is a sentence for the operator, when the folder cannot be read.
 */
export async function openFootnote({
  seedsDir,
  defaults = DEFAULTS,
  homeGuildId = null,
  reader: given,
  encoder = null,
  onFault,
  onReload = () => undefined,
  onFollowing = () => undefined,
  room = FULL_ROOM,
  shelf = null,
  own = null,
}: FootnoteOptions): Promise<Footnote> {
  const reader = guardReader(given, onFault);
  const folder = seedsDir ?? assetPath(SHIPPED_SEEDS);
  const version = readVersion();
  const read = encoder === null ? readNothing : rememberOdds(encoder.read.bind(encoder));
  const buildCorpus = corpusBuilder(reader);
  const now = (): Date => new Date(performance.timeOrigin + performance.now());
  const opening = Library.open({
    readSources: (isKnown) =>
      readSeeds(folder, isKnown).then(refuseReserved, (error: unknown) =>
        Promise.reject(new FolderUnreadable(folder, error)),
      ),
    parse: reader.parse,
    buildCorpus,
    now,
    ...(shelf && { shelf }),
  });
  // The articles are read meanwhile, where they are read elsewhere; the first question need not wait for what it takes.
  tokenize('', 'en');
  const { library, report } = await opening;
  // Whoever asks the same is told of what fails.
  void doInSlices(askAhead(library.corpus)).catch(() => undefined);
  let onFollowed = (): void => undefined;
  const settings = createSettingsBook(own?.store.settings ?? null, defaults);
  const desks =
    own === null
      ? null
      : createServerDesks({
          ...own,
          settings,
          now,
          newDraftId,
          keptPassages: room.passages,
          reader,
          buildCorpus,
          shared: () => library.corpus,
          onFollowed: () => onFollowed(),
        });
  const store = own?.store ?? null;
  const keeping =
    own === null
      ? null
      : {
          graceDays: own.graceDays,
          countServers: async () => (await own.store.departures.listKnown()).length,
          forgetUser: (userId: string) => own.store.forgetUser(userId),
        };
  let startAhead = (): void => undefined;
  const reloadShared = async (onProgress?: (progress: LoadProgress) => void): Promise<ReloadReport> => {
    const reloaded = await library.reload(onProgress);
    startAhead();
    return reloaded;
  };
  if (own !== null && desks !== null)
    await followOthers(own.store, { desks, reloadShared: () => reloadShared(), onFollowing });
  const reload = async (
    which: ReloadScope,
    guildId: string | null,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<ReloadReport> => {
    if (which === 'shared') {
      const reloaded = await reloadShared(onProgress);
      await store?.changes?.announceShared();
      return reloaded;
    }
    if (guildId === null || desks === null)
      throw new Error('Sources of a server were to be read where there is none.');
    return desks.reload(guildId, onProgress);
  };
  const contextOf = (place: Place, corpus: Corpus, occasion: Occasion = {}): CommandContext => ({
    place,
    version,
    corpus,
    server: place.guildId === null ? null : (desks?.deskOf(place.guildId) ?? null),
    form: occasion.form ?? null,
    showProgress: occasion.showProgress ?? (() => undefined),
    commands,
    connection: occasion.connection ?? null,
    keeping,
    encoder: encoder?.status() ?? null,
    ask: (asked, articles) => answerQuestion(articles, asked, read),
    reload: async (which, onProgress) => {
      occasion.onReload?.();
      const guildId = which === 'shared' ? null : place.guildId;
      const started = performance.now();
      const told = (outcome: 'done' | 'failed') => onReload(which, outcome, performance.now() - started);
      const reloaded = await reload(which, guildId, onProgress).catch((error: unknown) => {
        told('failed');
        throw error;
      });
      told('done');
      await recordReload(store, { guildId, userId: place.userId, at: now() }, reloaded);
      return reloaded;
    },
    listReloads: async (which) => {
      const guildId = which === 'shared' ? null : place.guildId;
      return store === null || (which === 'server' && guildId === null) ? [] : store.reloads.list(guildId);
    },
    mayReloadShared:
      place.isOperator || (place.isModerator && homeGuildId !== null && place.guildId === homeGuildId),
    previous: occasion.previous ?? null,
    shown: occasion.shown ?? null,
  });
  return {
    report,
    settings,
    departures: store?.departures ?? null,
    readAhead: (onFailure) => {
      let isEnded = false;
      startAhead = () => {
        const { corpus } = library;
        void readAhead(corpus, () => !isEnded && library.corpus === corpus, room.text / 2).catch(onFailure);
      };
      startAhead();
      return () => {
        isEnded = true;
      };
    },
    readFeeds: (logger, onTurn) => {
      if (desks === null || own?.pages === null) return () => undefined;
      const { run, stop } = readFeedsRegularly(desks, logger, onTurn);
      onFollowed = run;
      return stop;
    },
    context: () => contextOf(AT_HOME, library.corpus),
    contextAt: async (place, prepare = () => ({})) => {
      const corpus = await corpusAt(place, desks, library);
      return contextOf(place, corpus, await prepare(corpus));
    },
    sweep: async () =>
      own === null || desks === null
        ? null
        : sweep(own.store, {
            now: now(),
            graceDays: own.graceDays,
            forget: (guildId) => desks.forget(guildId),
          }),
  };
}

/** Stands in for a reader where there is none. */
function readNothing(): ReturnType<Encoder['read']> {
  return Promise.resolve({ ok: false, reason: 'unavailable' });
}

/** What is seen in a place: the shared articles, and in a server its own with them. */
function corpusAt({ guildId }: Place, desks: ServerDesks | null, library: Library): Promise<Corpus> | Corpus {
  return guildId === null || desks === null ? library.corpus : desks.corpusAt(guildId);
}

/** 16 characters of 96 random bits: nobody guesses the draft of somebody else. */
function newDraftId(): string {
  return randomBytes(12).toString('base64url');
}
