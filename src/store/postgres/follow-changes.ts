import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Change, ChangeListener } from '../changes.js';
import { type Statement, wholeSchema } from '../database.js';
import { type Asking, carryOut } from './postgres-database.js';

/** A connection of its own, on which PostgreSQL calls. */
export interface CalledConnection extends Asking {
  on(event: 'notification' | 'error' | 'end', listener: () => void): unknown;
  end(): Promise<void>;
}

/** How changes are followed. */
export interface FollowOptions {
  /** Opens a connection. @throws if there is none. */
  readonly connect: () => Promise<CalledConnection>;
  readonly listener: ChangeListener;
  /** The number of the last change that is known. */
  readonly since: number;
  /** Told when the connection is lost, and when it is back. */
  readonly onTrouble: (said: string) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks at a connection that is silent: it may be dead, and then nobody calls. */
const LOOK_EVERY = 5_000;

/** Milliseconds between two tries to connect. */
const PAUSE = 500;

const changeSchema = z
  .object({ guild_id: z.string(), part: z.enum(['sources', 'settings', 'shared']), version: wholeSchema })
  .transform(
    ({ guild_id: guildId, part, version }): Change => ({
      guildId: part === 'shared' ? null : guildId,
      part,
      version,
    }),
  );

const counterSchema = z.object({ last: wholeSchema, pruned: wholeSchema });

/** The last number given out, and the last one whose change is forgotten. */
const COUNTER: Statement = sql`SELECT last, pruned FROM change_counter`;

/** How far the counting is. */
export async function readCounter(on: Asking): Promise<z.infer<typeof counterSchema>> {
  return counterSchema.parse((await carryOut(on, COUNTER)).rows[0]);
}

/**
 * Follows the changes until the signal says otherwise. It is not what is called that counts but what is written down: whoever was
 * away asks for all above the last number seen, so nothing is missed and nothing told out of order.
 */
export async function followChanges({
  connect,
  listener,
  since,
  onTrouble,
  signal,
}: FollowOptions): Promise<void> {
  let last = since;
  let isAway = false;
  const catchUp = async (connection: CalledConnection): Promise<void> => {
    const counter = await readCounter(connection);
    if (counter.last === last) return;
    // A database that was put back from a backup counts from further down.
    if (counter.pruned > last || counter.last < last) {
      last = counter.last;
      listener.onLost();
      return;
    }
    const { rows } = await carryOut(
      connection,
      sql`SELECT guild_id, part, version FROM changes WHERE version > ${last} ORDER BY version`,
    );
    for (const row of rows) {
      const change = changeSchema.parse(row);
      last = change.version;
      listener.onChange(change);
    }
  };
  while (!signal.aborted) {
    try {
      const connection = await connect();
      try {
        await connection.query('LISTEN footnote_changes', []);
        await catchUp(connection);
        if (isAway) onTrouble('the database is there again');
        isAway = false;
        await attend(connection, catchUp, signal);
      } finally {
        await connection.end().catch(() => undefined);
      }
    } catch (error) {
      if (!isAway && !signal.aborted)
        onTrouble(
          `the database cannot be reached (${error instanceof Error ? error.message : String(error)})`,
        );
      isAway = true;
    }
    await wait(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}

/** Catches up at each call, and every few seconds. @throws when the connection is gone; resolves at the signal. */
async function attend(
  connection: CalledConnection,
  catchUp: (connection: CalledConnection) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let isGone = signal.aborted;
  let isCalled = false;
  let wake = (): void => undefined;
  const call = (): void => {
    isCalled = true;
    wake();
  };
  const leave = (): void => {
    isGone = true;
    wake();
  };
  connection.on('notification', call);
  connection.on('error', leave);
  connection.on('end', leave);
  signal.addEventListener('abort', leave, { once: true });
  const timer = setInterval(call, LOOK_EVERY);
  timer.unref();
  try {
    while (!isGone) {
      if (!isCalled)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      isCalled = false;
      if (!isGone) await catchUp(connection);
    }
    if (!signal.aborted) throw new Error('the connection was closed');
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', leave);
  }
}
