import type { Client } from '@libsql/client';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { z } from 'zod';
import { inSlice } from '../../scheduling/give-way.js';
import { type Database, type Statement, withoutNul } from '../database.js';

/** Writes statements as SQLite reads them; it carries out none. */
const builder = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** What a value of a statement may be. */
const valueSchema = z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]);

/** The tables that are there. */
export const TABLES: Statement = sql`
  SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;

/**
 * A database of libSQL's, whose one connection carries out one thing after the other: nothing needs to be `alone`. It works in the main thread, so that each statement waits for
 * the one before it and for room in a turn's slice: a hundred servers that are opened at the same moment would else hold everybody up together.
 */
export function libsqlDatabase(client: Pick<Client, 'execute' | 'batch'>): Database {
  const build = (statement: Statement) => {
    const { sql: text, parameters } = statement.compile(builder);
    return { sql: text, args: parameters.map((value) => valueSchema.parse(withoutNul(value))) };
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(() => inSlice(work));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: async (statement) => (await inTurn(() => client.execute(build(statement)))).rows,
    async write(statements) {
      const results = await inTurn(() => client.batch(statements.map(build), 'write'));
      return results.map(({ rowsAffected }) => rowsAffected);
    },
  };
}
