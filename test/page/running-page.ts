import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberExampleQuestions } from '../../src/answer/example-questions.js';
import { startBot } from '../../src/discord/start-bot.js';
import { openFootnote } from '../../src/footnote.js';
import { commands } from '../../src/registry.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js';
import { captureLog, DEFAULTS, SEEDS } from '../discord/running-bot.js';

/** The bot and its page as `npm start` brings them up. */
export interface RunningPage {
  readonly sandbox: Sandbox;
  /** The folder of its articles. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts the bot over these articles, by file name, in a local Discord with its page. */
export async function runPage(
  seeds: Readonly<Record<string, string>> = SEEDS,
  options: SandboxOptions = {},
): Promise<RunningPage> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-page-'));
  for (const [name, text] of Object.entries(seeds)) writeFileSync(join(folder, name), text);
  const { context, contextAt, settings } = await openFootnote({ seedsDir: folder, defaults: DEFAULTS });
  const sandbox = await startSandbox({
    ...options,
    library: { articles: () => context().corpus.articles, examples: rememberExampleQuestions(context) },
  });
  const started = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    guildId: null,
    moderatorRoleId: null,
    commands,
    contextAt,
    settings,
    logger: captureLog().logger,
  });
  if (!started.ok) throw new Error(started.reason);
  await sandbox.ready();
  return {
    sandbox,
    folder,
    async stop() {
      await started.bot.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}
