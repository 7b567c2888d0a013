import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from 'pino';
import { environmentWith } from './config.js';
import { divideShards, writeShards } from './divide-shards.js';

/** Which shards are divided among how many processes. */
export interface ProcessesOptions {
  readonly script: string;
  readonly processes: number;
  readonly ids: readonly number[];
  readonly count: number;
  /** The first process serves its health here, the next on the port after it; null for nowhere, 0 takes any that are free. */
  readonly healthPort: number | null;
  readonly logger: Logger;
  /** Milliseconds before a process that ended is started again, doubled each time up to the longest; default `FIRST_WAIT`. */
  readonly firstWait?: number;
}

/** Milliseconds before a process is started again: Discord allows 1,000 connections a day. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 90_000;

/** Milliseconds after which a process that ran is no more taken to be one that cannot. */
const WELL_AFTER = 5 * 60_000;

/** What a process tells the one that started it, once it answers people. */
export const CONNECTED = 'connected';

/**
 * Runs the bot in several processes, each with a range of its shards, and starts one again that ends. If one ends by itself before any
 * has connected, nobody can: all end. discord.js's own ShardingManager has one process a shard, knows no other address of Discord than its own,
 * and starts what ends again at once. Resolves with the exit code.
 */
export function runProcesses(options: ProcessesOptions): Promise<number> {
  const { script, processes, ids, count, healthPort, logger, firstWait = FIRST_WAIT } = options;
  const children = new Map<number, ChildProcess>();
  const timers = new Set<NodeJS.Timeout>();
  let isStopping = false;
  let hasConnected = false;
  return new Promise((resolve) => {
    const stop = (code: number): void => {
      isStopping = true;
      for (const timer of timers) clearTimeout(timer);
      for (const child of children.values()) child.kill('SIGTERM');
      process.exitCode = code;
      leaveWhenAlone();
    };
    const leaveWhenAlone = (): void => {
      if (isStopping && children.size === 0) resolve(Number(process.exitCode ?? 0));
    };
    const start = (shards: readonly number[], number: number, wait: number): void => {
      const started = performance.now();
      const child = fork(script, {
        // A Ctrl-C in a terminal is for this process, which tells the others.
        detached: true,
        env: environmentWith({
          PROCESSES: '1',
          SHARDS: writeShards(shards),
          SHARD_COUNT: String(count),
          HEALTH_PORT: healthPort === null ? '' : String(healthPort === 0 ? 0 : healthPort + number),
        }),
      });
      children.set(number, child);
      logger.info({ process: child.pid, shards: writeShards(shards) }, 'process started');
      child.on('message', (message) => {
        if (message === CONNECTED) hasConnected = true;
      });
      child.on('error', (error) => logger.error({ error: String(error) }, 'a process cannot be started'));
      child.on('exit', (code, signal) => {
        children.delete(number);
        if (isStopping) return leaveWhenAlone();
        if (!hasConnected && code !== null && code !== 0) return stop(code);
        const pause = performance.now() - started > WELL_AFTER ? firstWait : wait;
        logger.error(
          { process: child.pid, shards: writeShards(shards), code, signal, seconds: pause / 1_000 },
          'process ended; it is started again',
        );
        const timer = setTimeout(() => {
          timers.delete(timer);
          start(shards, number, Math.min(LONGEST_WAIT, pause * 2));
        }, pause);
        timers.add(timer);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (!isStopping) return stop(0);
        for (const child of children.values()) child.kill('SIGKILL');
      });
    for (const [number, shards] of divideShards(ids, processes).entries()) start(shards, number, firstWait);
  });
}
