import type { Sandbox } from 'local-discord';
import type { Logger } from 'pino';
import { isTaken, portTaken } from './check-port.js';
import type { Config } from './config.js';
import type { Footnote } from './footnote.js';
import { createReadableTexts } from './readable-texts.js';

/** Where the bot connects, and the local Discord that goes down with it, if it is one. */
export interface DiscordAddress {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly guildId: string | null;
  readonly sandbox: Sandbox | null;
}

/** Discord with a token; without one, a local Discord that is started here. @throws an Error with a sentence for the operator if its port is taken. */
export async function chooseDiscord(
  { discordToken, discordApiUrl, discordGuildId, isReadingMessages, port }: Config,
  footnote: Footnote,
  logger: Pick<Logger, 'warn'>,
): Promise<DiscordAddress> {
  if (discordToken !== null)
    return { token: discordToken, apiUrl: discordApiUrl, guildId: discordGuildId, sandbox: null };
  const readableTexts = createReadableTexts(footnote);
  // Begun now, so that the page mostly has them when it opens; each is a reading, and nothing waits for them.
  readableTexts
    .examples()
    .catch((error: unknown) => logger.warn({ error: String(error) }, 'no example questions were found'));
  // Whoever has a token never loads it.
  const { startSandbox } = await import('local-discord');
  const sandbox = await startSandbox({
    port,
    readableTexts,
    privilegedIntents: isReadingMessages ? ['MessageContent'] : [],
  }).catch((cause: unknown) => {
    throw isTaken(cause) ? new Error(portTaken(port), { cause }) : cause;
  });
  return { token: sandbox.token, apiUrl: sandbox.apiUrl, guildId: null, sandbox };
}
