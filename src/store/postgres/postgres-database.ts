import { setTimeout as wait } from 'node:timers/promises';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { type Database, type Statement, withoutNul } from '../database.js';
import { isPassing } from './passing-trouble.js';

/** Writes statements as PostgreSQL reads them; it carries out none. */
const builder = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The tables of the schema that the connection works in. */
export const TABLES: Statement = sql`
  SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`;

/** Milliseconds that a database which restarts is waited for, and the first pause between two tries; doubled up to the longest. */
const TIMEOUT = 10_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1_000;

/** Asks PostgreSQL. */
export interface Asking {
  query(text: string, values: unknown[]): Promise<QueryResult<Record<string, unknown>>>;
}

/** Carries out one statement. */
export function carryOut(on: Asking, statement: Statement): Promise<QueryResult<Record<string, unknown>>> {
  const { sql: text, parameters } = statement.compile(builder);
  return on.query(text, parameters.map(withoutNul));
}

/**
 * A database of PostgreSQL's. While it cannot be reached or restarts, what has not begun to be confirmed is tried again for some
 * seconds; if a connection breaks at the very confirmation it is not known whether it was, so that fails and is not done twice.
 */
export function postgresDatabase(pool: Pool, timeout: number = TIMEOUT): Database {
  return {
    read: (statement) => tryAgain(timeout, async () => (await carryOut(pool, statement)).rows),
    write: (statements, alone) =>
      tryAgain(timeout, async () => {
        const client = await pool.connect();
        try {
          const counts = await begin(client, statements, alone);
          await client.query('COMMIT').catch((cause: unknown) => {
            throw new Error('The database broke off while it confirmed a change: it may hold or not.', {
              cause,
            });
          });
          client.release();
          return counts;
        } catch (error) {
          // A connection that is let go of takes its transaction with it.
          client.release(true);
          throw error;
        }
      }),
  };
}

/** A database as one connection sees it, without a second try. */
export function databaseOn(client: PoolClient): Database {
  return {
    read: async (statement) => (await carryOut(client, statement)).rows,
    async write(statements) {
      const counts = await begin(client, statements, undefined);
      await client.query('COMMIT');
      return counts;
    },
  };
}

/** Carries out statements in a transaction that stays open; how many rows each changed. */
async function begin(
  client: PoolClient,
  statements: readonly Statement[],
  alone: string | undefined,
): Promise<number[]> {
  await client.query('BEGIN');
  if (alone !== undefined)
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [alone]);
  const counts: number[] = [];
  for (const statement of statements) counts.push((await carryOut(client, statement)).rowCount ?? 0);
  return counts;
}

async function tryAgain<Result>(timeout: number, work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + timeout;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
      await wait(pause);
    }
  }
}
