import { type Sandbox, startSandbox } from 'local-discord';
import { pino } from 'pino';
import { openFootnote } from '../src/app/compose.js';
import { READER_FOLDER } from '../src/app/open-reader.js';
import { createReadableTexts } from '../src/app/readable-texts.js';
import { commands } from '../src/app/registry.js';
import { startBot } from '../src/discord/start-bot.js';
import { openEncoder } from '../src/encoder/open-encoder.js';
import { assetPath } from '../src/files/assets.js';
import { openThreads } from './open-parts.js';

/** A local Discord with the bot in it and the shipped articles, as `npm start` brings it up. */
export interface PageFootnote {
  readonly sandbox: Sandbox;
  readonly stop: () => Promise<void>;
}

/** Starts the bot in a local Discord of its own; throws when it cannot start. */
export async function startPageFootnote(): Promise<PageFootnote> {
  const reader = openThreads();
  const encoder = openEncoder({ folder: assetPath(READER_FOLDER) });
  encoder.start();
  const footnote = await openFootnote({
    seedsDir: null,
    reader,
    encoder,
    // Measures and pictures ask faster than a reader may.
    defaults: { moderatorRoleId: null, cooldownSeconds: 0 },
  });
  const readableTexts = createReadableTexts(footnote);
  await readableTexts.examples();
  const sandbox = await startSandbox({ readableTexts });
  const { contextAt, settings } = footnote;
  const { token, apiUrl } = sandbox;
  const logger = pino({ level: 'silent' });
  const place = { token, apiUrl, guildId: null, moderatorRoleId: null };
  const started = await startBot({ ...place, commands, contextAt, settings, logger });
  if (!started.ok) throw new Error(started.reason);
  await sandbox.ready();
  const stop = async (): Promise<void> => {
    await started.bot.stop();
    await sandbox.close();
    await reader.close();
    await encoder.close();
  };
  return { sandbox, stop };
}
