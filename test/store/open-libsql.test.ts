import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareDataFolder } from '../../src/files/data-folder.js';
import { libsqlDatabase, TABLES } from '../../src/store/libsql/libsql-database.js';
import { openStore } from '../../src/store/libsql/open-libsql.js';
import { migrate as migrateTo } from '../../src/store/migrate.js';
import { openTemporary } from './open-temporary.js';

const folder = mkdtempSync(join(tmpdir(), 'footnote-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): URL => pathToFileURL(join(folder, name));

async function reasonFor(file: URL): Promise<string> {
  const opening = await openStore({ file }, 0);
  if (opening.ok) throw new Error('It opened.');
  return opening.reason;
}

describe('opening a store', () => {
  it('is refused while another holds it, and waits for one that is leaving', async () => {
    const { store, file, remove } = await openTemporary();
    const path = fileURLToPath(file);
    expect(await reasonFor(file)).toBe(
      `The database ${path} is in use by another Footnote: stop that one, or set DATA_DIR to another folder.`,
    );
    const waiting = openStore({ file }, 5_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await store.close();
    const opening = await waiting;
    if (!opening.ok) throw new Error(opening.reason);
    await opening.store.close();
    await remove();
  });

  it('takes a folder with any character in its name', async () => {
    mkdirSync(join(folder, 'a #b?%20é'));
    const opening = await openStore({ file: at('a #b?%20é/footnote.db') }, 0);
    expect(opening.ok).toBe(true);
    if (opening.ok) await opening.store.close();
  });

  it('says what an operator can do about a file that is no database, is not ours, or is of a newer version', async () => {
    writeFileSync(at('text.db'), 'A text that somebody has put here. '.repeat(200));
    expect(await reasonFor(at('text.db'))).toBe(
      `The database ${join(folder, 'text.db')} is no database, or is damaged: put a copy from a backup in its place, or move it away to begin anew.`,
    );
    const other = createClient({ url: at('other.db').href });
    await other.execute('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(await reasonFor(at('other.db'))).toBe(
      `The database ${join(folder, 'other.db')} belongs to another program: set DATA_DIR to a folder of Footnote’s own.`,
    );
    const newer = createClient({ url: at('newer.db').href });
    await newer.execute('CREATE TABLE footnote (version INTEGER NOT NULL) STRICT');
    await newer.execute('INSERT INTO footnote VALUES (99)');
    newer.close();
    expect(await reasonFor(at('newer.db'))).toBe(
      `The database ${join(folder, 'newer.db')} was made by a newer version of Footnote (its tables have version 99): start that one, or set DATA_DIR to another folder.`,
    );
    for (const version of [0, -1, -99]) {
      const odd = createClient({ url: at(`odd${version}.db`).href });
      await odd.execute('CREATE TABLE footnote (version INTEGER NOT NULL) STRICT');
      await odd.execute(`INSERT INTO footnote VALUES (${version})`);
      odd.close();
      expect(await reasonFor(at(`odd${version}.db`))).toBe(
        `The database ${join(folder, `odd${version}.db`)} says of its tables that they have a version which no Footnote writes: put a copy from a backup in its place, or move it away to begin anew.`,
      );
    }
    mkdirSync(at('folder.db'));
    expect(await reasonFor(at('folder.db'))).toBe(
      `The database ${join(folder, 'folder.db')} cannot be opened: check that DATA_DIR is a folder that the bot’s user may write to.`,
    );
  });
});

describe('the data folder', () => {
  it('is made with those above it, and refused by name where it cannot be', async () => {
    const made = await prepareDataFolder(join(folder, 'deep/data'), 'discord');
    expect(made).toEqual({ ok: true, database: at('deep/data/footnote.db') });
    const local = await prepareDataFolder(join(folder, 'deep/data'), 'local');
    expect(local).toEqual({ ok: true, database: at('deep/data/footnote-local.db') });
    const path = join(folder, 'text.db', 'data');
    expect(await prepareDataFolder(path, 'discord')).toEqual({
      ok: false,
      reason: `The data folder ${path} cannot be made (EEXIST); set DATA_DIR to a folder that the bot’s user may write to.`,
    });
  });
});

const migrate = (client: Client, steps: readonly (readonly string[])[]) =>
  migrateTo(libsqlDatabase(client), { steps, tables: TABLES });

describe('migrations', () => {
  it('let others have their turn between statements, however many are asked of them at once', async () => {
    const { store, remove } = await openTemporary();
    const bytes = new Uint8Array(1_000_000);
    const rest = { title: 'A', ending: 'txt', fetchedFrom: null, fetchedAt: null, addedBy: null, feed: null };
    const limits = { count: 1, bytes: 1_000_000 };
    await store.sources.put({ guildId: 'g', name: 'a', addedAt: new Date(0), bytes, ...rest }, limits);
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    });
    const read = await Promise.all(Array.from({ length: 200 }, () => store.sources.find('g', 'a')));
    clearInterval(others);
    expect(read.every((source) => source?.bytes.byteLength === 1_000_000)).toBe(true);
    expect(turns).toBeGreaterThan(1);
    await remove();
  });

  it('bring an older database to the newest version step by step, each once', async () => {
    const client = createClient({ url: at('steps.db').href, concurrency: 1 });
    const steps = [['CREATE TABLE a (x INTEGER)'], ['INSERT INTO a VALUES (1)']];
    expect(await migrate(client, steps.slice(0, 1))).toEqual({ ok: true });
    expect(await migrate(client, steps)).toEqual({ ok: true });
    expect(await migrate(client, steps)).toEqual({ ok: true });
    expect((await client.execute('SELECT count(*) AS count FROM a')).rows[0]?.count).toBe(1);
    client.close();
  });

  it('leave the version before where a step fails half way', async () => {
    const client = createClient({ url: at('broken.db').href, concurrency: 1 });
    const first = ['CREATE TABLE a (x INTEGER)'];
    const broken = ['INSERT INTO a VALUES (1)', 'INSERT INTO nowhere VALUES (1)'];
    await expect(migrate(client, [first, broken])).rejects.toThrow('nowhere');
    expect((await client.execute('SELECT count(*) AS count FROM a')).rows[0]?.count).toBe(0);
    expect(await migrate(client, [first, ['INSERT INTO a VALUES (2)']])).toEqual({ ok: true });
    expect((await client.execute('SELECT x FROM a')).rows[0]?.x).toBe(2);
    client.close();
  });
});
