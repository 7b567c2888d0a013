import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../log-error.js';

/** Milliseconds that the typing indicator may take to be sent; it is rate-limited, and the answer is not to wait for that. */
const TIMEOUT = 500;

/** Milliseconds between two: Discord shows it for ten seconds. */
const EVERY = 8_000;

/** Shows typing, which `send` sends once, from before some work begins until it has ended. */
export async function showTyping<Result>(
  send: () => Promise<unknown>,
  logger: Pick<Logger, 'debug'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const type = (): Promise<unknown> =>
    send().catch((error: unknown) => logger.debug({ error: describeError(error) }, 'could not show typing'));
  await Promise.race([type(), wait(TIMEOUT, undefined, { ref: false })]);
  const timer = setInterval(() => void type(), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
