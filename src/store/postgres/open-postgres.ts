import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import type { Changes } from '../changes.js';
import { createStore } from '../create-store.js';
import { readRows, wholeSchema } from '../database.js';
import { migrate } from '../migrate.js';
import type { StoreOpening } from '../store.js';
import { IGNORED, type StoreWatch, watchDatabase } from '../watch-database.js';
import { createTurns } from './create-turns.js';
import { explainOpening } from './explain-opening.js';
import { followChanges, readCounter } from './follow-changes.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { isPassing } from './passing-trouble.js';
import { databaseOn, postgresDatabase, TABLES } from './postgres-database.js';

/** Where a store is that machines share. */
export interface PostgresLocation {
  /** `postgres://user:password@host:port/database`, as PostgreSQL's own tools take it. */
  readonly url: string;
  /** Told of what the database does; left out, nobody. */
  readonly watch?: StoreWatch;
}

/** Connections of one process, beside the one that is called: with ten processes they stay within the hundred that PostgreSQL allows. */
const CONNECTIONS = 6;

/** Milliseconds that a connection, a statement, and a database that is just starting may take. */
const CONNECT_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 30_000;
const TIMEOUT = 12_000;

/** Milliseconds between two tries to open. */
const PAUSE = 500;

/** The first version whose hashes and triggers are as they are used here. */
const OLDEST = 130_000;

/** Milliseconds that a change stays written down, and between two looks for what is older: whoever was away for longer reads everything anew. */
const KEPT = '1 day';
const PRUNE_EVERY = 60 * 60_000;

/** One machine at a time brings the tables up to date; the number is Footnote's own, of no meaning. */
const MIGRATION_LOCK = 4_477_001;

/** The number of PostgreSQL's type for whole numbers beyond 32 bits, which its client gives as text otherwise. */
const INT8 = 20;

/**
 * Opens a store in PostgreSQL and brings it up to date; several machines may do so at once. What an operator can mend comes back as
 * a sentence, without the password.
 *
 * @throws whatever else goes wrong.
 */
export async function openPostgres(
  { url, watch = IGNORED }: PostgresLocation,
  timeout: number = TIMEOUT,
): Promise<StoreOpening> {
  const settings = {
    connectionString: url,
    application_name: 'footnote',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT,
    types: wholeNumbers(),
  };
  const pool = new pg.Pool({ ...settings, max: CONNECTIONS });
  // A connection that breaks is replaced by the next query, and whoever follows the changes tells of it; without listeners it would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const until = performance.now() + timeout;
  for (;;) {
    try {
      const refused = await prepare(pool);
      if (refused === null) break;
      await pool.end();
      return { ok: false, reason: explainOpening(url, refused) };
    } catch (error) {
      if (isPassing(error) && performance.now() < until) {
        await wait(PAUSE);
        continue;
      }
      await pool.end();
      const reason = explainOpening(url, error);
      if (reason === null) throw error;
      return { ok: false, reason };
    }
  }
  const database = watchDatabase(postgresDatabase(pool), watch);
  const ending = new AbortController();
  let following: Promise<void> = Promise.resolve();
  const changes: Changes = {
    async follow(listener) {
      const { last: since } = await readCounter(pool);
      const connect = async () => {
        const client = new pg.Client(settings);
        // Without a listener an error of a connection would end the program.
        client.on('error', () => undefined);
        await client.connect();
        return client;
      };
      const { signal } = ending;
      following = followChanges({ connect, listener, since, onTrouble: watch.trouble, signal });
    },
    async versionOf(guildId) {
      const [row] = await readRows(
        database,
        sql`SELECT version FROM changes WHERE guild_id = ${guildId} AND part = 'sources'`,
        z.object({ version: wholeSchema }),
      );
      return row?.version ?? 0;
    },
    async announceShared() {
      await database.write([sql`SELECT count_change('', 'shared')`]);
    },
  };
  const prune = (): void => void pruneChanges(pool).catch(() => undefined);
  const pruning = setInterval(prune, PRUNE_EVERY);
  pruning.unref();
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    clearInterval(pruning);
    ending.abort();
    await following;
    await pool.end();
  };
  return {
    ok: true,
    store: createStore(database, {
      changes,
      turns: createTurns(database),
      close: () => {
        closing ??= close();
        return closing;
      },
    }),
  };
}

/** How values are read: whole numbers as numbers. */
function wholeNumbers(): pg.CustomTypesConfig {
  return {
    getTypeParser: (type, format) => (Number(type) === INT8 ? Number : pg.types.getTypeParser(type, format)),
  };
}

/** Forgets changes that are old, and writes down up to which. */
async function pruneChanges(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM changes WHERE at < now() - interval '${KEPT}' RETURNING version)
     UPDATE change_counter SET pruned = greatest(pruned, (SELECT max(version) FROM gone))
     WHERE EXISTS (SELECT FROM gone)`,
  );
}

/** Brings the tables up to date; what is the matter if it cannot be done. @throws what the database throws. */
async function prepare(pool: pg.Pool): Promise<string | null> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ version: string; encoding: string; place: string | null }>(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
        current_schema() AS place`,
    );
    const [about] = rows;
    if (about === undefined) return 'does not say what it is.';
    if (Number(about.version) < OLDEST)
      return `is PostgreSQL ${Math.floor(Number(about.version) / 10_000)}: Footnote needs 13 or later.`;
    if (about.encoding !== 'UTF8')
      return `holds texts in ${about.encoding}: create it with the encoding UTF8, as with createdb --encoding=UTF8 --template=template0.`;
    if (about.place === null)
      return 'has none of the schemas in its search_path: create one, or name another.';
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrated = await migrate(databaseOn(client), { steps: MIGRATIONS, tables: TABLES });
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    if (migrated.ok) return null;
    return migrated.problem === 'newer'
      ? `was made by a newer version of Footnote (its tables have version ${migrated.version}): start that one, or set DATABASE_URL to another database.`
      : 'has tables of another program: create a database for Footnote alone, and set DATABASE_URL to it.';
  } finally {
    // With it goes the lock, if it is still held.
    client.release(true);
  }
}
