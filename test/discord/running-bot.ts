import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Sandbox, type SandboxOptions, startSandbox } from 'local-discord';
import { pino } from 'pino';
import { expect } from 'vitest';
import { openFootnote } from '../../src/app/compose.js';
import type { OwnOptions } from '../../src/app/footnote.js';
import { commands } from '../../src/app/registry.js';
import type { Command, CommandContext } from '../../src/bot/command.js';
import { type Bot, type BotOptions, startBot } from '../../src/discord/start-bot.js';
import type { Encoder } from '../../src/encoder/encoder.js';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import { annotate } from '../../src/language/annotation.js';
import { createSettingsBook, type SettingsDefaults } from '../../src/server/settings-book.js';
import type { Store } from '../../src/store/store.js';
import { createTestCorpus } from '../answer/test-corpus.js';
import { contextOf } from '../corpus-builder.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';
import { openTemporary } from '../store/open-temporary.js';
import { harbour } from './harbour-article.js';

/** The articles that a test bot starts with, by file name. */
export const SEEDS: Readonly<Record<string, string>> = {
  'pier.md': `---
title: Pier [closes] for repairs
url: https://courier.example/pier
publisher: Velmouth Courier
published: 2031-05-03
---
The long pier at Velmouth will close for repairs on Monday.

“We have waited nine years for this,” said Ada Winter, the harbour master. She warned that 40 boats would have to move.

According to the council, the work may cost $3.5 million.
`,
  'lamp.txt': Array.from(
    { length: 12 },
    (_, i) => `Keeper number ${i + 1} of the old lighthouse kept the lamp alight through winter ${1900 + i}.`,
  ).join('\n\n'),
};

/** A bot with the real commands over real files, connected to a local Discord by the real client. */
export interface RunningBot {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  /** What it logged, one JSON object a line. */
  readonly log: readonly string[];
  readonly folder: string;
  /** Starts it anew in the same local Discord, as after a restart of the process. */
  restart(changes?: Partial<BotOptions>): Promise<Bot>;
  /** Stops it and removes what it kept; throws if one of its requests broke a rule of Discord's. */
  stop(): Promise<void>;
}

/** A running bot whose servers keep what is theirs. */
export interface KeepingBot extends RunningBot {
  readonly store: Store;
}

export interface RunningBotOptions {
  readonly sandbox?: SandboxOptions;
  /** Commands of the test's own, over the harbour article alone; left out, the real ones over `SEEDS`. */
  readonly commands?: readonly Command[];
  /** What else the bot is started with. */
  readonly bot?: Partial<BotOptions>;
  /** Where servers keep what is theirs; left out, nothing is kept. For the real commands only. */
  readonly store?: Store;
  /** Reads its articles; left out, they are read in place. */
  readonly reader?: ArticleReader;
  /** Reads its questions; left out, the one that the tests share. */
  readonly encoder?: Encoder;
}

/** How servers are that have set nothing. */
export const DEFAULTS: SettingsDefaults = { moderatorRoleId: null, cooldownSeconds: 0 };

/** Starts a bot with the real commands whose servers keep what is theirs, in a store that goes when it stops. */
export async function runKeepingBot(
  options: Omit<RunningBotOptions, 'store' | 'commands'> = {},
): Promise<KeepingBot> {
  const { store, remove } = await openTemporary();
  const running = await runBot({ ...options, store });
  const stopBot = running.stop.bind(running);
  return Object.assign(running, { store, stop: () => stopBot().finally(remove) });
}

/** Starts a local Discord and a bot in it; throws when the bot cannot start. */
export async function runBot(options: RunningBotOptions = {}): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  const encoder = options.encoder ?? sharedReader();
  for (const [name, text] of Object.entries(SEEDS)) writeFileSync(join(folder, name), text);
  const opened =
    options.commands === undefined
      ? await openFootnote({
          seedsDir: folder,
          defaults: DEFAULTS,
          own: keepIn(options.store),
          reader: options.reader ?? IN_PLACE,
          encoder,
        })
      : {
          contextAt: await createContext(options.commands),
          settings: createSettingsBook(null, DEFAULTS),
          departures: null,
        };
  // Read beforehand, so that on a busy machine no reply begins with how far the reading is.
  if ('context' in opened) {
    const { corpus } = opened.context();
    await corpus.readAll(corpus.articles);
  }
  const sandbox = await startSandbox(options.sandbox ?? {});
  const { log, logger } = captureLog();
  const settings: BotOptions = {
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    guildId: null,
    moderatorRoleId: null,
    commands: options.commands ?? commands,
    contextAt: opened.contextAt,
    settings: opened.settings,
    departures: opened.departures,
    logger,
    ...options.bot,
  };
  let bot = await start(settings);
  await sandbox.ready();
  return {
    sandbox,
    log,
    folder,
    get bot() {
      return bot;
    },
    async restart(changes = {}) {
      await bot.stop();
      bot = await start({ ...settings, ...changes });
      await sandbox.ready();
      return bot;
    },
    async stop() {
      await bot.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
      expect(sandbox.breaches()).toEqual([]);
    },
  };
}

/** What servers may keep in a store; null if there is none. */
function keepIn(store: Store | undefined): OwnOptions | null {
  return store === undefined
    ? null
    : { store, limits: { count: 20, bytes: 1_000_000 }, pages: null, graceDays: 30 };
}

/** A logger that keeps its lines. */
export function captureLog(): { log: string[]; logger: BotOptions['logger'] } {
  const log: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  return { log, logger: pino({ level: 'trace' }, stream) };
}

async function createContext(own: readonly Command[]): Promise<BotOptions['contextAt']> {
  const analysis = {
    article: harbour,
    annotation: annotate(harbour),
    entities: [],
    attributions: [],
    terms: [],
    facts: [],
  };
  const corpus = {
    ...(await createTestCorpus([])),
    articles: [harbour],
    findArticle: (id: string) => [harbour].find((article) => article.id === id),
    read: () => Promise.resolve(analysis),
    readAll: () => Promise.resolve([analysis]),
    readLikeliest: () => Promise.resolve([analysis]),
  };
  const nothing = { added: [], removed: [], changed: [], unchanged: [], problems: [], milliseconds: 0 };
  const rest: Partial<CommandContext> = {
    commands: own,
    ask: ({ question }) => ({ kind: 'nothing', asked: question, note: 'Nothing.' }),
  };
  return async (place, prepare = () => ({})) => {
    const { onReload, ...occasion } = await prepare(corpus);
    const reload = () => {
      onReload?.();
      return Promise.resolve(nothing);
    };
    return contextOf(corpus, { ...rest, place, reload, ...occasion });
  };
}

async function start(options: BotOptions): Promise<Bot> {
  const started = await startBot(options);
  if (!started.ok) throw new Error(started.reason);
  return started.bot;
}
