import { type Client, createClient, LibsqlError } from '@libsql/client';
import { createStore } from '../create-store.js';
import { migrate } from '../migrate.js';
import type { StoreOpening } from '../store.js';
import { IGNORED, type StoreWatch, watchDatabase } from '../watch-database.js';
import { libsqlDatabase, TABLES } from './libsql-database.js';
import { MIGRATIONS } from './migrations/migrations.js';

/** Where a store is that one process has for itself. */
export interface StoreLocation {
  /** The database's file, absolute; its folder is there. */
  readonly file: URL;
  /** Told of what the database does; left out, nobody. */
  readonly watch?: StoreWatch;
}

/**
 * What a file is opened with. WAL, written through at each commit: after a crash of the program or the machine there is
 * the last state that was confirmed. One process holds the file as long as it runs, as another would not learn of what
 * this one changes. What is removed is overwritten.
 */
const PREPARATIONS = [
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
];

/**
 * What a file is let go with. The connection itself may stay open until its statements are collected, so the lock is given
 * back first, which takes leaving WAL; a copy of the one file is then a whole backup.
 */
const FAREWELL = [
  'PRAGMA journal_mode = DELETE',
  'PRAGMA locking_mode = NORMAL',
  'SELECT count(*) FROM sqlite_schema',
];

/** Milliseconds that a bot which is just leaving is given to let go of the file, and between two looks: it takes ten seconds at most. */
const TIMEOUT = 12_000;
const LOOK_EVERY = 250;

/**
 * Opens a store and brings it up to date. What an operator can mend comes back as a sentence.
 *
 * @throws whatever else goes wrong.
 */
export async function openStore(
  { file, watch = IGNORED }: StoreLocation,
  timeout: number = TIMEOUT,
): Promise<StoreOpening> {
  let client: Client | undefined;
  const give = (sentence: string): StoreOpening => {
    client?.close();
    return { ok: false, reason: `The database ${decodeURIComponent(file.pathname)} ${sentence}` };
  };
  try {
    client = await openFile(file, timeout);
    const opened = client;
    const database = libsqlDatabase(opened);
    const migrated = await migrate(database, { steps: MIGRATIONS, tables: TABLES });
    if (migrated.ok) {
      const close = async (): Promise<void> => {
        // What was asked of it before comes first.
        await database.read(TABLES).catch(() => undefined);
        await letGo(opened);
      };
      return {
        ok: true,
        store: createStore(watchDatabase(database, watch), { changes: null, turns: null, close }),
      };
    }
    switch (migrated.problem) {
      case 'newer':
        return give(
          `was made by a newer version of Footnote (its tables have version ${migrated.version}): start that one, or set DATA_DIR to another folder.`,
        );
      case 'damaged':
        return give(
          'says of its tables that they have a version which no Footnote writes: put a copy from a backup in its place, or move it away to begin anew.',
        );
      case 'foreign':
        return give('belongs to another program: set DATA_DIR to a folder of Footnote’s own.');
    }
  } catch (error) {
    const sentence = explain(error);
    if (sentence !== null) return give(sentence);
    client?.close();
    throw error;
  }
}

/** Opens the file by one connection, which alone holds its lock; waits while another process has it. */
async function openFile(file: URL, timeout: number): Promise<Client> {
  const until = performance.now() + timeout;
  for (;;) {
    const client = createClient({ url: file.href, concurrency: 1, intMode: 'number' });
    try {
      for (const preparation of PREPARATIONS) await client.execute(preparation);
      return client;
    } catch (error) {
      client.close();
      if (!isBusy(error) || performance.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}

async function letGo(client: Client): Promise<void> {
  if (client.closed) return;
  try {
    for (const step of FAREWELL) await client.execute(step);
  } finally {
    client.close();
  }
}

/** What an operator does about an error, without the file's name; null if nobody knows. */
function explain(error: unknown): string | null {
  if (isBusy(error))
    return 'is in use by another Footnote: stop that one, or set DATA_DIR to another folder.';
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof LibsqlError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return 'is no database, or is damaged: put a copy from a backup in its place, or move it away to begin anew.';
  if (code.startsWith('SQLITE_READONLY'))
    return 'cannot be written: let the bot’s user write to the folder, or set DATA_DIR to another one.';
  if (code === 'SQLITE_FULL') return 'cannot grow: there is no space left on its disk.';
  if (/ConnectionFailed|SQLITE_CANTOPEN|SQLITE_IOERR/u.test(`${said} ${code}`))
    return 'cannot be opened: check that DATA_DIR is a folder that the bot’s user may write to.';
  return null;
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && /^SQLITE_(?:BUSY|LOCKED)/u.test(error.code);
}
