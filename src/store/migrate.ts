import { z } from 'zod';
import { type Database, readRows, writeAll } from './database.js';
import { MIGRATIONS } from './migrations/migrations.js';

/** What came of bringing a database up to date; `version` is its own where that is not one of ours. */
export type Migration =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'newer'; readonly version: number }
  | { readonly ok: false; readonly problem: 'foreign' };

/**
 * Brings a database from its version to this program's, each step in one transaction, so that a crash leaves it at the
 * one version or the next. A database of a newer version, or of another program, stays as it is.
 *
 * @throws what the database throws where it cannot be read or written.
 */
export async function migrate(
  database: Database,
  steps: readonly (readonly string[])[] = MIGRATIONS,
): Promise<Migration> {
  const version = await readVersion(database);
  if (version === null) return { ok: false, problem: 'foreign' };
  if (version > steps.length) return { ok: false, problem: 'newer', version };
  for (const [i, step] of steps.entries()) {
    if (i < version) continue;
    await writeAll(database, [
      'CREATE TABLE IF NOT EXISTS footnote (version INTEGER NOT NULL) STRICT',
      ...step,
      'DELETE FROM footnote',
      { sql: 'INSERT INTO footnote (version) VALUES (?)', args: [i + 1] },
    ]);
  }
  return { ok: true };
}

/** The version of a database's tables: 0 where it has none, null where its tables are not ours. */
async function readVersion(database: Database): Promise<number | null> {
  const tables = await readRows(
    database,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    [],
    z.object({ name: z.string() }),
  );
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'footnote')) return null;
  const [row] = await readRows(
    database,
    'SELECT version FROM footnote',
    [],
    z.object({ version: z.int().positive() }),
  );
  return row?.version ?? null;
}
