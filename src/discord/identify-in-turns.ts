import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import type { Logger } from 'pino';
import type { Turns } from '../store/changes.js';
import { describeError } from './log-error.js';

/** Milliseconds between two IDENTIFYs of one bucket: Discord's five seconds, and a little for the way there. */
const PAUSE = 5_200;

/** What is between discord.js and its IDENTIFYs. */
export interface IdentifyTurns {
  /** For the client's options; undefined if discord.js sees to it alone. */
  readonly buildIdentifyThrottler: WebSocketOptions['buildIdentifyThrottler'];
  /** Told how many milliseconds a connection waits for its turn. */
  onWait: (milliseconds: number) => void;
}

/**
 * Lets the shards of all processes and machines identify as Discord asks: as many at once as its `max_concurrency`, by the shard's
 * number modulo that, and then a pause (https://discord.com/developers/docs/events/gateway#sharding-max-concurrency). discord.js does so
 * within one process. If the turns cannot be taken each waits for one pause, and Discord sends away who comes too early.
 */
export function identifyInTurns(turns: Turns | null, logger: Logger, pause = PAUSE): IdentifyTurns {
  const identifying: { -readonly [Key in keyof IdentifyTurns]: IdentifyTurns[Key] } = {
    buildIdentifyThrottler: undefined,
    onWait: () => undefined,
  };
  if (turns === null) return identifying;
  identifying.buildIdentifyThrottler = async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    const take = (shard: number): Promise<number> =>
      turns.take(shard % limit.max_concurrency, pause).catch((error: unknown) => {
        logger.warn({ shard, error: describeError(error) }, 'the turn to connect is not known');
        return pause;
      });
    return {
      async waitForIdentify(shard, signal) {
        const milliseconds = await take(shard);
        identifying.onWait(milliseconds);
        if (milliseconds > pause)
          logger.info({ shard, seconds: milliseconds / 1_000 }, 'waits for its turn to connect');
        await wait(milliseconds, undefined, { signal });
      },
    };
  };
  return identifying;
}
