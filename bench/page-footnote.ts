import { pino } from 'pino';
import { rememberExampleQuestions } from '../src/answer/example-questions.js';
import { startBot } from '../src/discord/start-bot.js';
import { openFootnote } from '../src/footnote.js';
import { commands } from '../src/registry.js';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.js';

/** A local Discord with the bot in it and the shipped articles, as `npm start` brings it up. */
export interface PageFootnote {
  readonly sandbox: Sandbox;
  readonly stop: () => Promise<void>;
}

/** Starts the bot in a local Discord of its own; throws when it cannot start. */
export async function startPageFootnote(): Promise<PageFootnote> {
  const { context, contextAt, settings } = await openFootnote({
    seedsDir: null,
    // Measures and pictures ask faster than a reader may.
    defaults: { moderatorRoleId: null, cooldownSeconds: 0 },
  });
  const library = {
    articles: () => context().corpus.articles,
    examples: rememberExampleQuestions(context),
  };
  const sandbox = await startSandbox({ library });
  const { token, apiUrl } = sandbox;
  const logger = pino({ level: 'silent' });
  const place = { token, apiUrl, guildId: null, moderatorRoleId: null };
  const started = await startBot({ ...place, commands, contextAt, settings, logger });
  if (!started.ok) throw new Error(started.reason);
  await sandbox.ready();
  const stop = async (): Promise<void> => {
    await started.bot.stop();
    await sandbox.close();
  };
  return { sandbox, stop };
}
