import { setTimeout as wait } from 'node:timers/promises';
import type { SendableChannels } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from '../log-error.js';

/** Milliseconds that the typing indicator may take to be sent; it is rate-limited, and the answer is not to wait for that. */
const PATIENCE = 500;

/** Milliseconds between two: Discord shows it for ten seconds. */
const EVERY = 8_000;

/** Shows typing in a channel while some work is done, from before it begins. */
export async function showTyping<Result>(
  channel: SendableChannels,
  logger: Logger,
  work: () => Promise<Result>,
): Promise<Result> {
  const type = (): Promise<void> =>
    channel
      .sendTyping()
      .catch((error: unknown) => logger.debug({ error: describeError(error) }, 'could not show typing'));
  await Promise.race([type(), wait(PATIENCE, undefined, { ref: false })]);
  const timer = setInterval(() => void type(), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
