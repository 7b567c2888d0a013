import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { eachDatabase } from './each-database.js';

/** What a server should have, as plain collections. */
interface Model {
  readonly sources: Map<string, string>;
  /** What was made of the sources. */
  readonly parses: Map<string, string>;
  readonly drafts: Map<string, string>;
  readonly gaps: Map<string, string>;
  reloads: number[];
  language: string | null;
}

type Servers = Readonly<Record<string, Model>>;

type Step = (store: Store, servers: Servers) => Promise<void>;

const NONE = { fetchedFrom: null, fetchedAt: null };
const AT = new Date(0);
const LIMITS = { count: 3, bytes: 40 };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const server = fc.constantFrom('one', 'two');
const name = fc.constantFrom('a', 'b', 'c', 'd');
/** A text without NUL, which one of the databases shows as the sign for what cannot be shown. */
const text = fc.string({ maxLength: 12 }).filter((value) => !value.includes('\0'));

/** Every write there is, in either server, with names and ids that both use. */
const step: fc.Arbitrary<{ readonly say: string; readonly run: Step }> = fc.oneof(
  fc.record({ server, name, text }).map(({ server: at, name: key, text: value }) => ({
    say: `put ${at}/${key} ${JSON.stringify(value)}`,
    run: async (store: Store, servers: Servers) => {
      const { sources } = modelOf(servers, at);
      const rest = { title: key, ending: 'md', addedBy: 'u', addedAt: AT, feed: null, ...NONE };
      const others = [...sources].filter(([other]) => other !== key);
      const size = others.reduce((sum, [, own]) => sum + bytes(own).length, bytes(value).length);
      const fits = others.length + 1 <= LIMITS.count && size <= LIMITS.bytes;
      expect(await store.sources.put({ guildId: at, name: key, bytes: bytes(value), ...rest }, LIMITS)).toBe(
        fits,
      );
      if (fits) {
        sources.set(key, value);
        modelOf(servers, at).parses.delete(key);
      }
    },
  })),
  fc.record({ server, name, text }).map(({ server: at, name: key, text: value }) => ({
    say: `parse ${at}/${key} ${JSON.stringify(value)}`,
    run: async (store: Store, servers: Servers) => {
      const { sources, parses } = modelOf(servers, at);
      const size = bytes(sources.get(key) ?? '').length;
      const rest = { title: key, ending: 'md', addedBy: 'u', addedAt: AT, feed: null, ...NONE };
      const parse = { source: { guildId: at, name: key, size, ...rest }, key, bytes: bytes(value) };
      await store.parses.put(at, 'me', [parse], 1_000);
      if (sources.has(key)) parses.set(key, value);
    },
  })),
  fc.record({ server, name }).map(({ server: at, name: key }) => ({
    say: `remove ${at}/${key}`,
    run: async (store: Store, servers: Servers) => {
      expect(await store.sources.remove(at, key)).toBe(modelOf(servers, at).sources.delete(key));
      modelOf(servers, at).parses.delete(key);
    },
  })),
  fc.record({ server, text }).map(({ server: at, text: value }) => ({
    say: `draft ${at} ${JSON.stringify(value)}`,
    run: async (store: Store, servers: Servers) => {
      const { drafts } = modelOf(servers, at);
      const id = `${at}-${drafts.size}-${Math.random()}`;
      const rest = { title: 'T', ending: 'txt', madeAt: AT, ...NONE };
      await store.drafts.put({ id, guildId: at, userId: 'u', bytes: bytes(value), ...rest }, 99);
      drafts.set(id, value);
    },
  })),
  fc.record({ server, name, text }).map(({ server: at, name: origin, text: question }) => ({
    say: `gap ${at}/${origin}`,
    run: async (store: Store, servers: Servers) => {
      const { gaps } = modelOf(servers, at);
      const isNew = !gaps.has(origin);
      expect(await store.gaps.add({ guildId: at, question, kind: 'nothing', at: AT }, origin, 99)).toBe(
        isNew,
      );
      if (isNew) gaps.set(origin, question);
    },
  })),
  fc.record({ server, count: fc.nat(9) }).map(({ server: at, count }) => ({
    say: `reload ${at} ${count}`,
    run: async (store: Store, servers: Servers) => {
      const model = modelOf(servers, at);
      const rest = { userId: 'u', at: AT, milliseconds: 0, removed: 0, changed: 0, unchanged: 0, failed: 0 };
      await store.reloads.add({ guildId: at, added: count, ...rest }, 2);
      model.reloads = [count, ...model.reloads].slice(0, 2);
    },
  })),
  fc.record({ server, name }).map(({ server: at, name: language }) => ({
    say: `settings ${at} ${language}`,
    run: async (store: Store, servers: Servers) => {
      const rest = { moderatorRoleId: null, areRepliesPrivate: false, cooldownSeconds: null };
      await store.settings.write(at, { ...rest, openChannelIds: [], language });
      modelOf(servers, at).language = language;
    },
  })),
  server.map((at) => ({
    say: `forget ${at}`,
    run: async (store: Store, servers: Servers) => {
      await store.forgetServer(at);
      const model = modelOf(servers, at);
      for (const kept of [model.sources, model.parses, model.drafts, model.gaps]) kept.clear();
      model.reloads = [];
      model.language = null;
    },
  })),
);

function modelOf(servers: Servers, at: string): Model {
  const model = servers[at];
  if (model === undefined) throw new Error(`There is no server ${at}.`);
  return model;
}

describe.each(eachDatabase())('two servers in one store of $name', ({ isHere, open }) => {
  it.skipIf(!isHere)('never see or touch what the other has, whatever is done in them', async () => {
    const { store } = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await store.forgetServer('one');
        await store.forgetServer('two');
        const empty = (): Model => ({
          sources: new Map(),
          parses: new Map(),
          drafts: new Map(),
          gaps: new Map(),
          reloads: [],
          language: null,
        });
        const servers: Servers = { one: empty(), two: empty() };
        for (const { run } of steps) await run(store, servers);
        for (const [guildId, model] of Object.entries(servers)) await expectHolds(store, guildId, model);
      }),
      { numRuns: 12 },
    );
  });
});

async function expectHolds(store: Store, guildId: string, model: Model): Promise<void> {
  const decode = (own: Uint8Array): string => new TextDecoder().decode(own);
  const sources = await store.sources.readAll(guildId);
  expect(sources.map(({ name: key, bytes: own }) => [key, decode(own)])).toEqual(
    [...model.sources].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect(sources.every((source) => source.guildId === guildId)).toBe(true);
  const parses = await store.parses.list(guildId, 'me');
  expect(parses.map(({ source: { name: key }, bytes: own }) => [key, decode(own)])).toEqual(
    [...model.parses].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  for (const [id, value] of model.drafts) {
    const draft = await store.drafts.find(guildId, 'u', id);
    expect(draft === null ? null : decode(draft.bytes)).toBe(value);
    expect(await store.drafts.find(guildId === 'one' ? 'two' : 'one', 'u', id)).toBeNull();
  }
  const gaps = await store.gaps.list(guildId);
  expect(gaps.map(({ question }) => question)).toEqual([...model.gaps.values()].toReversed());
  expect((await store.reloads.list(guildId)).map(({ added }) => added)).toEqual(model.reloads);
  expect((await store.settings.read(guildId))?.language ?? null).toBe(model.language);
}
