import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { answerQuestion } from '../answer/ask.js';
import { spellTitlesAhead } from '../answer/scope.js';
import type { CommandContext, Occasion, ReloadScope } from '../bot/command.js';
import type { Place } from '../bot/place.js';
import type { Encoder } from '../encoder/encoder.js';
import { assetPath } from '../files/assets.js';
import { readSeeds } from '../files/seeds.js';
import { tokenize } from '../language/annotation.js';
import { corpusBuilder } from '../library/build-corpus.js';
import type { Corpus } from '../library/corpus.js';
import { FolderUnreadable } from '../library/folder-unreadable.js';
import { guardReader } from '../library/guard-reader.js';
import { Library } from '../library/library.js';
import type { LoadProgress } from '../library/load-progress.js';
import { FULL_ROOM } from '../library/memory-room.js';
import { refuseReserved } from '../library/own-articles.js';
import { readAhead } from '../library/read-ahead.js';
import type { ReloadReport } from '../library/reload-report.js';
import { doInSlices } from '../scheduling/give-way.js';
import { askAhead } from '../search/ask-ahead.js';
import { rememberOdds } from '../search/remember-odds.js';
import { createServerDesks, type ServerDesks } from '../server/create-server-desk.js';
import { recordReload } from '../server/record-reload.js';
import { createSettingsBook, type SettingsDefaults } from '../server/settings-book.js';
import { sweep } from '../server/sweep.js';
import { followOthers } from './follow-others.js';
import type { Footnote, FootnoteOptions } from './footnote.js';
import { readFeedsRegularly } from './read-feeds-regularly.js';
import { commands } from './registry.js';
import { readVersion } from './version.js';

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
  // The articles are read meanwhile, if they are read elsewhere; the first question need not wait for what it takes.
  tokenize('', 'en');
  const { library, report } = await opening;
  // Whoever asks the same is told of what fails.
  void doInSlices(askAhead(library.corpus))
    .then(() => doInSlices(spellTitlesAhead(library.corpus.articles)))
    .catch(() => undefined);
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

/** Is in place of a reader if there is none. */
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
