import type { Logger } from 'pino';
import { sayIn } from '../messages/say.js';
import type { ServerDesks } from '../server/create-server-desk.js';
import type { FeedTurn } from '../server/feeds/read-due-feeds.js';

/** Milliseconds between two looks for feeds that are due. */
const PAUSE = 60_000;

/** Reads feeds in the background. */
export interface FeedLoop {
  /** Looks for feeds that are due at once, or right after the look that is under way. */
  readonly run: () => void;
  /** Begins no further look. */
  readonly stop: () => void;
}

/**
 * Reads the feeds that are due, now and every minute. One that begins to fail is logged and told of (`onTurn`) once, and once more when it is well
 * again; a look that fails is logged, and there is a next one.
 */
export function readFeedsRegularly(
  desks: Pick<ServerDesks, 'readDueFeeds'>,
  logger: Logger,
  onTurn: (turn: FeedTurn) => void,
): FeedLoop {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  const look = async (): Promise<void> => {
    for (const one of await desks.readDueFeeds()) {
      const { feed, state, turn } = one;
      onTurn(one);
      const about = { server: feed.guildId, feed: feed.url };
      if (turn === 'well') logger.info(about, 'a feed can be read again');
      else logger.warn({ ...about, problem: sayIn('en')(state.problem ?? '') }, 'a feed cannot be read');
    }
  };
  const run = (): void => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isWanted && !isStopped) {
        isWanted = false;
        await look().catch((error: unknown) =>
          logger.error({ error: String(error) }, 'the feeds could not be looked at'),
        );
      }
      isRunning = false;
    })();
  };
  run();
  const timer = setInterval(run, PAUSE);
  timer.unref();
  return {
    run,
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
