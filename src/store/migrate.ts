import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, readRows, type Statement, wholeSchema } from './database.js';

/** What came of bringing a database up to date; `version` is its own if that is not one of ours. */
export type Migration =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'newer'; readonly version: number }
  | { readonly ok: false; readonly problem: 'foreign' | 'damaged' };

/** How the tables of one kind of database come to be. */
export interface Schema {
  /** The steps from an empty database to the one this version works with, in order; a step that was released never changes. */
  readonly steps: readonly (readonly string[])[];
  /** Gives the names of the tables that are there, as `name`. */
  readonly tables: Statement;
}

/**
 * Brings a database from its version to this program's, each step in one transaction, so that a crash leaves it at the
 * one version or the next. A database of a newer version, or of another program, stays as it is.
 *
 * @throws what the database throws if it cannot be read or written.
 */
export async function migrate(database: Database, { steps, tables }: Schema): Promise<Migration> {
  const version = await readVersion(database, tables);
  if (version === null) return { ok: false, problem: 'foreign' };
  if (version === 'damaged') return { ok: false, problem: 'damaged' };
  if (version > steps.length) return { ok: false, problem: 'newer', version };
  for (const [i, step] of steps.entries()) {
    if (i < version) continue;
    await database.write([
      sql`CREATE TABLE IF NOT EXISTS footnote (version INTEGER NOT NULL)`,
      ...step.map((statement) => sql.raw(statement)),
      sql`DELETE FROM footnote`,
      sql`INSERT INTO footnote (version) VALUES (${i + 1})`,
    ]);
  }
  return { ok: true };
}

/** The version of a database's tables: 0 if it has none, null if its tables are not ours; 'damaged' if it is none that a program of ours writes. */
async function readVersion(database: Database, tables: Statement): Promise<number | 'damaged' | null> {
  const there = await readRows(database, tables, z.object({ name: z.string() }));
  if (there.length === 0) return 0;
  if (!there.some(({ name }) => name === 'footnote')) return null;
  const [row] = await readRows(
    database,
    sql`SELECT version FROM footnote`,
    z.object({ version: wholeSchema }),
  );
  if (row === undefined) return null;
  return row.version > 0 ? row.version : 'damaged';
}
