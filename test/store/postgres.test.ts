import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import type { Change } from '../../src/store/changes.js';
import { openPostgres } from '../../src/store/postgres/open-postgres.js';
import type { ServerSettings } from '../../src/store/server-settings.js';
import type { Store } from '../../src/store/store.js';
import { openPostgresAt } from './each-database.js';

const SETTINGS: ServerSettings = {
  moderatorRoleId: null,
  openChannelIds: [],
  areRepliesPrivate: false,
  cooldownSeconds: null,
  language: null,
};

const LIMITS = { count: 9, bytes: 10_000 };

const source = (guildId: string, name: string, text = 'text') => ({
  guildId,
  name,
  title: name,
  ending: 'txt',
  bytes: new TextEncoder().encode(text),
  fetchedFrom: null,
  fetchedAt: null,
  addedBy: 'u',
  addedAt: new Date(0),
  feed: null,
});

describe.skipIf(!HAS_POSTGRES)('a store in PostgreSQL (skipped where it is not installed)', () => {
  let server: PostgresServer;
  const open: Store[] = [];
  const openAt = async (url: string): Promise<Store> => {
    const store = await openPostgresAt(url);
    open.push(store);
    return store;
  };
  /** Follows a store's changes; what it was told, and how often it lost sight of them. */
  const follow = async ({ changes }: Store) => {
    const told: Change[] = [];
    const seen = { told, lost: 0 };
    await changes?.follow({
      onChange: (change) => void told.push(change),
      onLost: () => {
        seen.lost += 1;
      },
    });
    return seen;
  };

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(open.map((store) => store.close()));
    await server.close();
  });

  it('is opened by several machines at once, and tells each what the others change, in order', async () => {
    const url = await server.schema();
    const [here, there, third] = await Promise.all([openAt(url), openAt(url), openAt(url)]);
    const seen = await follow(here);
    await there.sources.put(source('a', 'one'), LIMITS);
    await expect.poll(() => seen.told.length, { timeout: 1_000 }).toBe(1);
    await third.settings.write('b', SETTINGS);
    await there.changes?.announceShared();
    await there.forgetServer('a');
    await expect
      .poll(() => seen.told.map(({ guildId, part }) => `${guildId} ${part}`))
      .toEqual(['a sources', 'b settings', 'null shared', 'a sources']);
    const versions = seen.told.map(({ version }) => version);
    expect(versions).toEqual([...versions].toSorted((a, b) => a - b));
    expect(await here.changes?.versionOf('a')).toBe(versions[3]);
    // What changes nothing, or only who added it, is no change.
    await there.forgetServer('never seen');
    await third.sources.put(source('c', 'one'), LIMITS);
    await expect.poll(() => seen.told.length).toBe(5);
    await there.forgetUser('u');
    await there.sources.remove('c', 'not there');
    await there.departures.mark('c', new Date(0));
    await third.changes?.announceShared();
    await expect.poll(() => seen.told.length).toBe(6);
    expect(seen.told[5]?.part).toBe('shared');
    expect(seen.lost).toBe(0);
  });

  it('numbers what many change at once without a gap, and is told of nothing before what came earlier', async () => {
    const url = await server.schema();
    const machines = await Promise.all([openAt(url), openAt(url), openAt(url)]);
    const seen = await follow(machines[0]);
    const guilds = Array.from({ length: 60 }, (_, i) => `g${i}`);
    await Promise.all(
      guilds.map(async (guildId, i) => machines[i % 3]?.sources.put(source(guildId, 'one'), LIMITS)),
    );
    await expect.poll(() => new Set(seen.told.map(({ guildId }) => guildId)).size).toBe(60);
    expect(seen.told.map(({ version }) => version)).toEqual(guilds.map((_, i) => i + 1));
  });

  it('tells afterwards what changed while the connection was gone, and all where that is not known any more', async () => {
    const url = await server.schema();
    const [here, there] = [await openAt(url), await openAt(url)];
    const seen = await follow(here);
    await there.sources.put(source('a', 'one'), LIMITS);
    await expect.poll(() => seen.told.length).toBe(1);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%change%' AND pid <> pg_backend_pid()`;
    await server.run(cut);
    for (const name of ['two', 'three']) await there.sources.put(source('a', name), LIMITS);
    await there.settings.write('a', SETTINGS);
    await expect.poll(() => seen.told.at(-1)?.part).toBe('settings');
    expect(seen.told.at(-2)?.part).toBe('sources');
    // As after a day away: what changed first is not written down any more.
    await server.run('UPDATE change_counter SET last = last + 10, pruned = last + 5', url);
    await there.changes?.announceShared();
    await expect.poll(() => seen.lost).toBe(1);
    await there.settings.write('b', SETTINGS);
    await expect.poll(() => seen.told.at(-1)?.guildId).toBe('b');
  });

  it('gives turns to all machines together, one bucket apart from another', async () => {
    const url = await server.schema();
    const [here, there] = [await openAt(url), await openAt(url)];
    const taken: number[] = [];
    for (const { turns } of [here, there, here, there]) taken.push((await turns?.take(0, 60_000)) ?? -1);
    for (const [i, wait] of taken.entries()) expect(Math.abs(wait - i * 60_000)).toBeLessThan(10_000);
    expect(await there.turns?.take(1, 60_000)).toBe(0);
    expect(await here.turns?.take(2, 0)).toBe(0);
    expect(await there.turns?.take(2, 0)).toBe(0);
  });

  it('waits for a database that restarts or crashes, and loses nothing that it confirmed', async () => {
    const store = await openAt(await server.schema());
    const seen = await follow(store);
    const confirmed: string[] = [];
    let isDone = false;
    const write = async (writer: string): Promise<void> => {
      for (let i = 0; !isDone; i += 1) {
        const guildId = `${writer}${i}`;
        // What broke off at its confirmation is not known to be there.
        const isPut = await store.sources.put(source(guildId, 'one'), LIMITS).catch(() => false);
        if (isPut) confirmed.push(guildId);
        await wait(5);
      }
    };
    const writing = Promise.all(['a', 'b', 'c'].map(write));
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      await wait(150);
      const before = confirmed.length;
      await server.stop(signal);
      await wait(200);
      await server.start();
      await expect.poll(() => confirmed.length).toBeGreaterThan(before + 3);
    }
    isDone = true;
    await writing;
    for (const guildId of confirmed) expect((await store.sources.list(guildId)).length).toBe(1);
    await expect
      .poll(() => {
        const told = new Set(seen.told.map(({ guildId }) => guildId));
        return confirmed.filter((guildId) => !told.has(guildId));
      })
      .toEqual([]);
  });

  it('says what an operator can do about a database that cannot be opened, without the password', async () => {
    const reasonFor = async (url: string): Promise<string> => {
      const opening = await openPostgres({ url }, 0);
      if (opening.ok) throw new Error('It opened.');
      return opening.reason;
    };
    const port = new URL(server.urlWith({})).port;
    expect(await reasonFor('postgres://bot:secret@127.0.0.1:9/notes')).toBe(
      'The database 127.0.0.1:9/notes (DATABASE_URL) cannot be reached (ECONNREFUSED): check the address, and that PostgreSQL runs there.',
    );
    expect(await reasonFor(server.urlWith({ database: 'nowhere' }))).toBe(
      `The database 127.0.0.1:${port}/nowhere (DATABASE_URL) is not there: create it, as with createdb, or correct its name.`,
    );
    expect(await reasonFor(server.urlWith({ user: 'nobody' }))).toBe(
      `The database 127.0.0.1:${port}/postgres (DATABASE_URL) refuses the user or the password: check both in DATABASE_URL, and pg_hba.conf there.`,
    );
    const foreign = await server.schema();
    await server.run('CREATE TABLE recipes (name TEXT)', foreign);
    expect(await reasonFor(foreign)).toBe(
      `The database 127.0.0.1:${port}/postgres (DATABASE_URL) has tables of another program: create a database for Footnote alone, and set DATABASE_URL to it.`,
    );
    const newer = await server.schema();
    await server.run(
      'CREATE TABLE footnote (version INTEGER NOT NULL); INSERT INTO footnote VALUES (99)',
      newer,
    );
    expect(await reasonFor(newer)).toBe(
      `The database 127.0.0.1:${port}/postgres (DATABASE_URL) was made by a newer version of Footnote (its tables have version 99): start that one, or set DATABASE_URL to another database.`,
    );
    expect(await reasonFor(server.urlWith({ schema: 'not_made' }))).toBe(
      `The database 127.0.0.1:${port}/postgres (DATABASE_URL) has none of the schemas in its search_path: create one, or name another.`,
    );
    const guarded = await server.schema();
    await server.run('CREATE ROLE guest LOGIN; GRANT USAGE ON SCHEMA trial_1 TO guest', guarded);
    const place =
      decodeURIComponent(new URL(guarded).searchParams.get('options') ?? '')
        .split('=')
        .at(-1) ?? '';
    await server.run(`GRANT USAGE ON SCHEMA ${place} TO guest`);
    expect(await reasonFor(server.urlWith({ user: 'guest', schema: place }))).toBe(
      `The database 127.0.0.1:${port}/postgres (DATABASE_URL) lets its user create no tables: let it own the database, or GRANT CREATE ON SCHEMA public to it.`,
    );
    await server.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    expect(await reasonFor(server.urlWith({ database: 'latin' }))).toBe(
      `The database 127.0.0.1:${port}/latin (DATABASE_URL) holds texts in LATIN1: create it with the encoding UTF8, as with createdb --encoding=UTF8 --template=template0.`,
    );
  });
});
