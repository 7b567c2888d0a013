import { connect } from 'node:net';
import { type Client, Events, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from './log-error.js';

/** Milliseconds before the first new try to connect, doubled with each one up to the longest: Discord allows 1,000 connections a day, which is one in 86 s. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 120_000;

/** Milliseconds that a look at why the gateway cannot be reached may take. */
const LOOK = 3_000;

/** What is between discord.js and the gateway. */
export interface GatewayGuard {
  /** For the client's options. */
  readonly buildStrategy: NonNullable<WebSocketOptions['buildStrategy']>;
  /** Learns of the client's connections what becomes of them, and logs it. */
  readonly follow: (client: Client) => void;
  /** Lets no further try begin. */
  readonly stop: () => void;
}

/**
 * Keeps what the gateway sends, or does not send, from ending the program: an event that discord.js or a handler cannot make sense of is
 * logged and passed over, and a connection that came to nothing is tried again after longer and longer waits, with its cause
 * in the log. discord.js itself tries at once, for ever, and keeps the cause to itself.
 */
export function guardGateway(logger: Logger, firstWait = FIRST_WAIT): GatewayGuard {
  /** Tries of each shard that came to nothing since it was last let in, and the last of them that was waited for. */
  const failures = new Map<number, { readonly count: number; isWaitedFor: boolean }>();
  /** Shards that were greeted and neither let in nor closed since. */
  const greeted = new Set<number>();
  let isStopped = false;
  const noteFailure = (shard: number, findOut: () => Promise<string>): void => {
    if (isStopped) return;
    const count = (failures.get(shard)?.count ?? 0) + 1;
    failures.set(shard, { count, isWaitedFor: false });
    const seconds = waitAfter(count, firstWait) / 1_000;
    void findOut().then((cause) =>
      logger.warn({ shard, tries: count, seconds, cause }, 'connection lost; reconnecting'),
    );
  };
  const waitBefore = async (shard: number): Promise<void> => {
    const failed = failures.get(shard);
    if (failed === undefined || failed.isWaitedFor) return;
    failed.isWaitedFor = true;
    await new Promise<void>((resolve) => {
      setTimeout(() => !isStopped && resolve(), waitAfter(failed.count, firstWait)).unref();
    });
  };
  return {
    buildStrategy(manager) {
      guardEmitter(manager, {
        // Of a session that the gateway declares invalid, discord.js tells nothing but that it is greeted again.
        onEvent: (event, shard) => {
          if (event !== 'hello' || shard === null) return;
          if (greeted.has(shard)) noteFailure(shard, () => Promise.resolve('it turns the session away'));
          greeted.add(shard);
        },
        onFailure: (event, error) =>
          logger.error({ event, error: describeError(error) }, 'an event of the gateway made no sense'),
      });
      // It is asked for before each connection, and waited for.
      const retrieveSessionInfo = manager.options.retrieveSessionInfo.bind(manager.options);
      manager.options.retrieveSessionInfo = async (shard) => {
        await waitBefore(shard);
        return retrieveSessionInfo(shard);
      };
      return new SimpleShardingStrategy(manager);
    },
    follow(client) {
      const forgive = (shard: number): void => {
        failures.delete(shard);
        greeted.delete(shard);
      };
      client.on(Events.ShardReady, forgive);
      client.on(Events.ShardResume, forgive);
      client.on(Events.ShardReconnecting, (shard) => {
        greeted.delete(shard);
        noteFailure(shard, () => findCause(client.ws.gateway));
      });
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/** Who is told of events, with the shard that each is of, and of what listeners throw. */
interface EventWatch {
  readonly onEvent: (event: string, shard: number | null) => void;
  readonly onFailure: (event: string, error: unknown) => void;
}

/** Tells of what listeners throw, in place of throwing it. */
function guardEmitter(
  emitter: { emit: (event: never, ...values: never[]) => boolean },
  { onEvent, onFailure }: EventWatch,
): void {
  const emit = emitter.emit.bind(emitter);
  emitter.emit = (event, ...values) => {
    try {
      onEvent(event, shardOf(values[0]));
      return emit(event, ...values);
    } catch (error) {
      onFailure(event, error);
      return true;
    }
  };
}

function shardOf(about: unknown): number | null {
  const isOfShard = typeof about === 'object' && about !== null && 'shardId' in about;
  return isOfShard && typeof about.shardId === 'number' ? about.shardId : null;
}

function waitAfter(count: number, firstWait: number): number {
  return Math.min(LONGEST_WAIT, firstWait * 2 ** (count - 1));
}

/** Why a server cannot be reached, by the name that the system has for it; "no answer in time", or that it takes connections. Never rejects. */
export function findCause(address: string | null, timeout = LOOK): Promise<string> {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  if (url === null) return Promise.resolve('no address');
  const isEncrypted = url.protocol === 'wss:' || url.protocol === 'https:';
  const port = url.port === '' ? (isEncrypted ? 443 : 80) : Number(url.port);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/gu, ''), port });
    const finish = (cause: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(cause);
    };
    const timer = setTimeout(() => finish('no answer in time'), timeout);
    timer.unref();
    socket.on('connect', () => finish('it takes connections, and lets nobody in'));
    socket.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
  });
}
