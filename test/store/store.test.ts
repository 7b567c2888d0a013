import { beforeAll, describe, expect, it } from 'vitest';
import type { FollowedFeed } from '../../src/store/feeds.js';
import type { ReloadRecord } from '../../src/store/records.js';
import type { Draft, StoredSource } from '../../src/store/sources.js';
import type { Store } from '../../src/store/store.js';
import { eachDatabase } from './each-database.js';

const ROOM = { count: 10, bytes: 1_000 };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function source(name: string, text: string, rest: Partial<StoredSource> = {}): StoredSource {
  return {
    guildId: 'g',
    name,
    title: `About ${name}`,
    ending: 'txt',
    size: bytes(text).byteLength,
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: 'u',
    addedAt: new Date(1_000),
    feed: null,
    bytes: bytes(text),
    ...rest,
  };
}

function draft(id: string, rest: Partial<Draft> = {}): Draft {
  return {
    id,
    guildId: 'g',
    userId: 'u',
    title: 'T',
    ending: 'md',
    bytes: bytes('x'),
    fetchedFrom: null,
    fetchedAt: null,
    madeAt: new Date(0),
    ...rest,
  };
}

for (const { name, isHere, open } of eachDatabase())
  describe.skipIf(!isHere)(name, () => {
    let store: Store;

    beforeAll(async () => {
      ({ store } = await open());
    });

    describe('the sources of a server', () => {
      it('come back as they were put, byte for byte, in the order of their names', async () => {
        const odd = Uint8Array.from({ length: 256 }, (_, i) => i);
        const fetched = { fetchedFrom: 'https://a.example/x', fetchedAt: new Date(77), addedBy: null };
        const b = source('b', '', { guildId: 'order', ...fetched, bytes: odd, size: 256 });
        const a = source('a', 'é', { guildId: 'order', ending: 'html' });
        expect(await store.sources.put(b, ROOM)).toBe(true);
        expect(await store.sources.put(a, ROOM)).toBe(true);
        expect(await store.sources.readAll('order')).toEqual([a, b]);
        const { bytes: _bytes, ...record } = b;
        expect((await store.sources.list('order'))[1]).toEqual(record);
        expect(await store.sources.find('order', 'b')).toEqual(b);
        expect(await store.sources.find('order', 'c')).toBeNull();
        expect(await store.sources.totals('order')).toEqual({ count: 2, bytes: 258 });
        expect(await store.sources.remove('order', 'a')).toBe(true);
        expect(await store.sources.remove('order', 'a')).toBe(false);
        expect(await store.sources.totals('order')).toEqual({ count: 1, bytes: 256 });
      });

      it('come back all, however many they are', async () => {
        const put = async (count: number): Promise<void> => {
          for (let i = 0; i < count; i += 1)
            await store.sources.put(source(`s${i}`, `${i}`, { guildId: `of ${count}` }), {
              count: 100,
              bytes: 1_000,
            });
        };
        for (const count of [16, 33]) {
          await put(count);
          const read = await store.sources.readAll(`of ${count}`);
          expect(read.map(({ name }) => name)).toEqual(
            (await store.sources.list(`of ${count}`)).map(({ name }) => name),
          );
          expect(new Set(read.map(({ bytes }) => Buffer.from(bytes).toString())).size).toBe(count);
        }
      });

      it('stay as they are where one more would be above the limits, and one may take the place of another', async () => {
        const limits = { count: 2, bytes: 10 };
        const put = (name: string, text: string): Promise<boolean> =>
          store.sources.put(source(name, text, { guildId: 'full' }), limits);
        expect(await put('a', '12345')).toBe(true);
        expect(await put('b', '123456')).toBe(false);
        expect(await put('b', '12345')).toBe(true);
        expect(await put('c', '')).toBe(false);
        expect(await put('b', '123456')).toBe(false);
        expect(await put('b', '54321')).toBe(true);
        expect(await store.sources.totals('full')).toEqual({ count: 2, bytes: 10 });
        expect((await store.sources.find('full', 'b'))?.bytes).toEqual(bytes('54321'));
      });
    });

    describe.each(['parses', 'readings'] as const)('what was made of sources, %s', (made) => {
      const [p, q] = [`p ${made}`, `q ${made}`];
      const [late, gone, many] = [`late ${made}`, `gone ${made}`, `many ${made}`];
      const put = async (guildId: string, name: string, at = 1_000) => {
        const { bytes: _bytes, ...record } = source(name, name, { guildId, addedAt: new Date(at) });
        await store.sources.put(source(name, name, { guildId, addedAt: new Date(at) }), ROOM);
        return record;
      };
      const listed = async (guildId: string, maker = 'me') =>
        (await store[made].list(guildId, maker)).map(({ source: { name }, key }) => `${name} ${key}`);

      it('comes back to its maker alone, byte for byte, and goes with its source, in whatever way that goes', async () => {
        const odd = Uint8Array.from({ length: 256 }, (_, i) => i);
        const [a, b, c] = [await put(p, 'a'), await put(p, 'b'), await put(p, 'c')];
        const other = await put(q, 'a');
        const parses = [b, a, c].map((record) => ({ source: record, key: 'k', bytes: odd }));
        await store[made].put(p, 'me', parses, 10_000);
        await store[made].put(q, 'me', [{ source: other, key: 'its own', bytes: odd }], 10_000);
        expect(await store[made].list(p, 'me')).toEqual(
          [a, b, c].map((record) => ({ source: record, key: 'k', bytes: odd })),
        );
        expect(await listed(p, 'another program')).toEqual([]);
        expect(await store[made].find(p, 'me', 'b')).toEqual({ source: b, key: 'k', bytes: odd });
        expect(await store[made].find(p, 'another program', 'b')).toBeNull();
        await store.sources.remove(p, 'a');
        expect(await store[made].find(p, 'me', 'a')).toBeNull();
        await put(p, 'b');
        expect(await listed(p)).toEqual(['c k']);
        await store[made].put(p, 'another program', [{ source: c, key: 'n', bytes: odd }], 10_000);
        expect([await listed(p), await listed(p, 'another program')]).toEqual([[], ['c n']]);
        await store.forgetServer(p);
        await put(p, 'c');
        expect(await listed(p, 'another program')).toEqual([]);
        expect(await listed(q)).toEqual(['a its own']);
      });

      it('is not kept of what is gone, is another by now, or has no room', async () => {
        const [a, b] = [await put(late, 'a'), await put(late, 'b')];
        const old = { source: a, key: 'old', bytes: bytes('12345') };
        await put(late, 'a', 2_000);
        await store.sources.remove(late, 'b');
        await store[made].put(late, 'me', [old, { ...old, source: b }], 10_000);
        await store.forgetServer(gone);
        await store[made].put(gone, 'me', [old], 10_000);
        expect([await listed(late), await listed(gone)]).toEqual([[], []]);
        const c = { source: await put(late, 'c'), key: '1', bytes: bytes('12345') };
        const d = { source: await put(late, 'd'), key: '1', bytes: bytes('123456') };
        await store[made].put(late, 'me', [c, d], 10);
        expect(await listed(late)).toEqual(['c 1']);
        await store[made].put(
          late,
          'me',
          [
            { ...c, key: '2' },
            { ...d, bytes: bytes('12345') },
          ],
          10,
        );
        expect(await listed(late)).toEqual(['c 2', 'd 1']);
      });

      it('comes back all, however much it is', async () => {
        const parses = [];
        for (let i = 0; i < 33; i += 1) {
          const one = source(`s${i}`, '', { guildId: many });
          await store.sources.put(one, { count: 100, bytes: 1_000 });
          parses.push({ source: one, key: `k${i}`, bytes: bytes(`${i}`) });
        }
        await store[made].put(many, 'me', parses, 10_000);
        expect(new Set(await listed(many))).toEqual(
          new Set(parses.map(({ source: { name }, key }) => `${name} ${key}`)),
        );
      });
    });

    describe('drafts', () => {
      it('are found by their own server and user alone, the newest few of each, until they are old', async () => {
        for (const [i, id] of ['one', 'two', 'three'].entries())
          await store.drafts.put(draft(id, { madeAt: new Date(i * 1_000) }), 2);
        await store.drafts.put(draft('other', { userId: 'v' }), 2);
        expect(await store.drafts.find('g', 'u', 'one')).toBeNull();
        expect(await store.drafts.find('g', 'u', 'two')).toEqual(draft('two', { madeAt: new Date(1_000) }));
        expect(await store.drafts.find('g', 'v', 'two')).toBeNull();
        expect(await store.drafts.find('h', 'u', 'two')).toBeNull();
        expect(await store.drafts.remove('h', 'u', 'two')).toBe(false);
        expect(await store.drafts.remove('g', 'u', 'two')).toBe(true);
        expect(await store.drafts.removeOlder(new Date(2_000))).toBe(1);
        expect(await store.drafts.find('g', 'u', 'three')).not.toBeNull();
      });
    });

    describe('the settings of a server', () => {
      it('are null until they are written, and come back as written last', async () => {
        expect(await store.settings.read('g')).toBeNull();
        const settings = {
          moderatorRoleId: '1',
          openChannelIds: ['2', '3'],
          areRepliesPrivate: true,
          cooldownSeconds: 0,
          language: 'pt',
        };
        await store.settings.write('g', settings);
        await store.settings.write('g', { ...settings, moderatorRoleId: null, areRepliesPrivate: false });
        expect(await store.settings.read('g')).toEqual({
          ...settings,
          moderatorRoleId: null,
          areRepliesPrivate: false,
        });
      });
    });

    describe('questions that were not answered', () => {
      it('count once for each message, come newest first, and the oldest go beyond the cap', async () => {
        const add = (question: string, origin: string): Promise<boolean> =>
          store.gaps.add({ guildId: 'g', question, kind: 'nothing', at: new Date(5) }, origin, 2);
        expect(await add('a?', '1')).toBe(true);
        expect(await add('b?', '1')).toBe(false);
        expect(await add('c?', '2')).toBe(true);
        expect(await add('d?', '3')).toBe(true);
        const [newest, older, ...rest] = await store.gaps.list('g');
        expect([newest?.question, older?.question, rest]).toEqual(['d?', 'c?', []]);
        expect(newest).toMatchObject({ guildId: 'g', kind: 'nothing', at: new Date(5) });
        expect(await store.gaps.remove('h', [newest?.id ?? 0])).toBe(0);
        expect(await store.gaps.remove('g', [newest?.id ?? 0, -1])).toBe(1);
        expect(await store.gaps.removeOlder(new Date(5))).toBe(0);
        expect(await store.gaps.removeOlder(new Date(6))).toBe(1);
      });
    });

    describe('the history of reloads', () => {
      it('keeps the newest of each server, and those of the shared articles apart', async () => {
        const record = (guildId: string | null, at: number): ReloadRecord => ({
          guildId,
          userId: 'u',
          at: new Date(at),
          milliseconds: 12,
          added: 1,
          removed: 2,
          changed: 3,
          unchanged: 4,
          failed: 5,
        });
        await store.reloads.add(record(null, 1), 1);
        for (const at of [2, 3, 4]) await store.reloads.add(record('g', at), 2);
        await store.reloads.add({ ...record(null, 5), milliseconds: 1.6 }, 1);
        expect(await store.reloads.list('g')).toEqual([record('g', 4), record('g', 3)]);
        expect(await store.reloads.list(null)).toEqual([{ ...record(null, 5), milliseconds: 2 }]);
      });
    });

    describe('departures', () => {
      it('keep their first moment, are cleared by a return, and name the servers known', async () => {
        await store.departures.mark('left', new Date(10));
        await store.departures.mark('left', new Date(99));
        await store.departures.mark('back', new Date(10));
        await store.departures.clear('back');
        expect(await store.departures.listOlder(new Date(10))).toEqual([]);
        expect(await store.departures.listOlder(new Date(11))).toEqual(['left']);
        await store.settings.write('known', {
          moderatorRoleId: null,
          openChannelIds: [],
          areRepliesPrivate: false,
          cooldownSeconds: null,
          language: null,
        });
        expect(await store.departures.listKnown()).toContain('known');
      });
    });

    describe('forgetting', () => {
      it('a user takes their id from all servers, and what they had not confirmed', async () => {
        const own = { addedBy: 'leaver', guildId: 'p' };
        await store.sources.put(source('a', 'text', own), ROOM);
        await store.drafts.put(draft('theirs', { guildId: 'p', userId: 'leaver' }), 5);
        expect(await store.forgetUser('leaver')).toBe(2);
        expect(await store.forgetUser('leaver')).toBe(0);
        expect((await store.sources.find('p', 'a'))?.addedBy).toBeNull();
        expect(await store.drafts.find('p', 'leaver', 'theirs')).toBeNull();
      });

      it('outlives closing, which may be asked for twice', async () => {
        const again = await open();
        await again.store.sources.put(source('a', 'kept'), ROOM);
        await again.store.close();
        await again.store.close();
        const reopened = await again.reopen();
        expect((await reopened.sources.find('g', 'a'))?.bytes).toEqual(bytes('kept'));
        await reopened.close();
      });
    });

    describe('feeds', () => {
      const feed = (url: string, dueAt: number, rest: Partial<FollowedFeed> = {}): FollowedFeed => ({
        guildId: 'g',
        url,
        title: `Feed ${url}`,
        most: 5,
        whenGone: 'keep',
        addedBy: 'u',
        addedAt: new Date(1),
        dueAt: new Date(dueAt),
        readAt: null,
        failingSince: null,
        failures: 0,
        problem: null,
        etag: null,
        lastModified: null,
        seen: ['a', 'b'],
        ...rest,
      });

      it('that are due are claimed by one alone, the longest due first, until they are updated or the claim ends', async () => {
        const { feeds } = store;
        for (const [url, due] of [
          ['x', 30],
          ['y', 10],
          ['z', 20],
          ['later', 999],
        ] as const)
          expect(await feeds.add(feed(url, due), 4)).toBe(true);
        expect(await feeds.add(feed('one too many', 1), 4)).toBe(false);
        const claim = async (now: number) =>
          (await feeds.claimDue(new Date(now), new Date(now + 50), 1)).map((claimed) => claimed.url);
        expect(await claim(100)).toEqual(['y']);
        const claims = await Promise.all([claim(101), claim(101), claim(101), claim(101)]);
        expect(claims.flat().toSorted()).toEqual(['x', 'z']);
        expect(await claim(149)).toEqual([]);
        expect(await feeds.update('g', 'y', { ...feed('y', 500), seen: ['c'], failures: 2 })).toBe(true);
        expect(await claim(152)).toEqual(['z']);
        expect(await claim(152)).toEqual(['x']);
        expect(await feeds.claimDue(new Date(600), new Date(700), 9)).toEqual(
          expect.arrayContaining([feed('y', 500, { seen: ['c'], failures: 2 })]),
        );
        expect((await feeds.list('g')).map(({ url }) => url)).toEqual(['later', 'x', 'y', 'z']);
      });
    });

    it('keeps a server within its limits whoever else writes at the same time', async () => {
      const limits = { count: 3, bytes: 1_000 };
      const puts = Array.from({ length: 12 }, (_, i) =>
        store.sources.put(source(`s${i}`, 'text', { guildId: 'rush' }), limits),
      );
      expect((await Promise.all(puts)).filter(Boolean).length).toBe(3);
      expect(await store.sources.totals('rush')).toEqual({ count: 3, bytes: 12 });
    });

    it('takes any text, and answers that it is there until it is closed', async () => {
      const odd = 'quote \' " \\ %_ $1 ?1 :name \u{1F308} é \u05E9';
      await store.sources.put(source('odd', odd, { guildId: odd, title: odd }), ROOM);
      expect((await store.sources.find(odd, 'odd'))?.title).toBe(odd);
      await store.gaps.add({ guildId: 'nul', question: 'a\0b', kind: 'wrong', at: new Date(0) }, 'o', 2);
      expect((await store.gaps.list('nul'))[0]?.question).toBe('a\uFFFDb');
      expect(await store.isThere()).toBe(true);
      const other = await open();
      await other.store.close();
      expect(await other.store.isThere()).toBe(false);
    });
  });
