import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian puts PostgreSQL's programs, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of `initdb` and `postgres`; null if they are not installed. */
function findPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().toReversed() : [];
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  folders.push(...(process.env.PATH ?? '').split(delimiter));
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

/** PostgreSQL runs under no superuser of the system: the one that its package makes, if we are that. */
function findUser(): { readonly uid: number; readonly gid: number } | null | 'none' {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return 'none';
  }
}

const programs = findPrograms();
const user = findUser();

/** Whether a PostgreSQL can be started here; tests that need one say that they are skipped if not. */
export const HAS_POSTGRES = programs !== null && user !== 'none';

/** A PostgreSQL of a test's own on 127.0.0.1, in a folder that goes with it. */
export interface PostgresServer {
  /** The address of a new, empty schema in its database. */
  schema(): Promise<string>;
  /** The address with another schema, database, user or password. */
  urlWith(changes: { readonly database?: string; readonly user?: string; readonly schema?: string }): string;
  /** Carries out SQL as its owner. */
  run(sql: string, url?: string): Promise<pg.QueryResult>;
  /** Ends it: `SIGINT` breaks off what is under way, `SIGQUIT` is a crash. */
  stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** Starts it again at the same address, with all that was confirmed. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL. What it confirms outlives its own crash, as the system keeps what was written; not the system's, for the tests' speed. */
export async function startPostgres(): Promise<PostgresServer> {
  if (programs === null || user === 'none') throw new Error('There is no PostgreSQL here.');
  const folder = mkdtempSync(join(tmpdir(), 'footnote-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { ...user, cwd: folder, stdio: 'pipe' } as const;
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'footnote', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    as,
  );
  const port = await findFreePort();
  let server: ChildProcess | null = null;
  let schemas = 0;
  const urlWith: PostgresServer['urlWith'] = ({ database = 'postgres', user: name = 'footnote', schema }) =>
    `postgres://${name}:secret@127.0.0.1:${port}/${database}${schema === undefined ? '' : `?options=-csearch_path%3D${schema}`}`;
  const run = async (sql: string, url = urlWith({})): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const start = async (): Promise<void> => {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'fsync=off',
    ];
    server = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, stdio: 'ignore' },
    );
    for (let i = 0; ; i += 1) {
      try {
        await run('SELECT 1');
        return;
      } catch (error) {
        if (i === 200) throw error;
        await wait(50);
      }
    }
  };
  const stop = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const ending = server;
    if (ending === null) return;
    server = null;
    ending.kill(signal);
    if (ending.exitCode === null && ending.signalCode === null) await once(ending, 'exit');
  };
  await start();
  return {
    urlWith,
    run,
    start,
    stop,
    async schema() {
      schemas += 1;
      await run(`CREATE SCHEMA trial_${schemas}`);
      return urlWith({ schema: `trial_${schemas}` });
    },
    async close() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
