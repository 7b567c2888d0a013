import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from 'local-discord';
import { openFootnote } from '../../src/app/compose.js';
import type { OwnOptions } from '../../src/app/footnote.js';
import { createReadableTexts } from '../../src/app/readable-texts.js';
import { commands } from '../../src/app/registry.js';
import { startBot } from '../../src/discord/start-bot.js';
import { captureLog, DEFAULTS, SEEDS } from '../discord/running-bot.js';
import { IN_PLACE } from '../in-place.js';
import { sharedReader } from '../shipped-reader.js';

/** The bot and its page as `npm start` brings them up. */
export interface RunningPage {
  readonly sandbox: Sandbox;
  /** The folder of its articles. */
  readonly folder: string;
  /** Opens the articles and starts the bot anew, in the same local Discord. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the bot over these articles, by file name, in a local Discord with its page; `own` is what servers may keep. */
export async function runPage(
  seeds: Readonly<Record<string, string>> = SEEDS,
  options: SandboxOptions = {},
  own: OwnOptions | null = null,
): Promise<RunningPage> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-page-'));
  for (const [name, text] of Object.entries(seeds)) writeFileSync(join(folder, name), text);
  const encoder = sharedReader();
  const open = () => openFootnote({ seedsDir: folder, defaults: DEFAULTS, own, reader: IN_PLACE, encoder });
  let footnote = await open();
  let room = createReadableTexts(footnote);
  const sandbox = await startSandbox({
    ...options,
    readableTexts: {
      textsIn: (guildId) => room.textsIn(guildId),
      citedIn: (message) => room.citedIn(message),
      locate: (cited, guildId) => room.locate(cited, guildId),
      examples: () => room.examples(),
    },
  });
  const start = async () => {
    const started = await startBot({
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      guildId: null,
      moderatorRoleId: null,
      commands,
      contextAt: footnote.contextAt,
      settings: footnote.settings,
      logger: captureLog().logger,
    });
    if (!started.ok) throw new Error(started.reason);
    await sandbox.ready();
    return started.bot;
  };
  let bot = await start();
  return {
    sandbox,
    folder,
    async restart() {
      await bot.stop();
      footnote = await open();
      room = createReadableTexts(footnote);
      bot = await start();
    },
    async stop() {
      await bot.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}
