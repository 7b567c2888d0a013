import { describe, expect, it } from 'vitest';
import { type BuildCorpus, corpusBuilder } from '../../src/library/build-corpus.js';
import { toListedFile } from '../../src/library/own-articles.js';
import { ServerLibraries } from '../../src/library/server-libraries.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import type { StoredSource } from '../../src/store/sources.js';

const readNever = (): never => {
  throw new Error('nothing is read in these tests');
};
const build: BuildCorpus = corpusBuilder({ read: readNever, readNear: readNever });
const { parse } = readInPlace({ names: loadNameModel() });

function source(guildId: string, name: string, text = `${name}.`): StoredSource {
  const bytes = new TextEncoder().encode(text);
  const addedAt = new Date(0);
  const rest = {
    title: name,
    ending: 'txt',
    size: bytes.length,
    addedBy: null,
    feed: null,
    fetchedFrom: null,
    fetchedAt: null,
  };
  return { guildId, name, bytes, addedAt, ...rest };
}

/** Libraries over sources that a test changes, which notes each reading of a server's sources. */
function open(
  stored: Record<string, StoredSource[]>,
  keptPassages?: number,
  { buildCorpus = build, now = () => new Date(0) } = {},
) {
  const reads: string[] = [];
  const libraries = new ServerLibraries({
    readSources: async (guildId) => {
      reads.push(guildId);
      const sources = stored[guildId];
      if (sources === undefined) throw new Error('no such server');
      return { files: sources.map(toListedFile), unread: [] };
    },
    parse,
    buildCorpus,
    now,
    ...(keptPassages === undefined ? {} : { keptPassages }),
  });
  const idsIn = async (guildId: string): Promise<string[]> =>
    (await libraries.corpusOf(guildId)).articles.map(({ id }) => id);
  return { libraries, reads, idsIn };
}

/** A promise that the test fulfils. */
function createGate() {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe('the libraries of servers', () => {
  it('are opened when they are first used, once each, also by two at the same time', async () => {
    const { reads, idsIn } = open({ one: [source('one', 'a')], two: [source('two', 'b')] });
    expect(await Promise.all([idsIn('one'), idsIn('one'), idsIn('two')])).toEqual([
      ['server:a'],
      ['server:a'],
      ['server:b'],
    ]);
    expect(await idsIn('one')).toEqual(['server:a']);
    expect(reads.toSorted()).toEqual(['one', 'two']);
  });

  it('name an article as it was called when it was added, and give it the address it was fetched from', async () => {
    const fetched = { ...source('one', 'a', 'Text.'), title: 'Über uns', fetchedFrom: 'https://a.example/x' };
    const { libraries } = open({ one: [fetched] });
    const [article] = (await libraries.corpusOf('one')).articles;
    expect(article?.meta).toMatchObject({ title: 'Über uns', url: 'https://a.example/x' });
  });

  it('read their sources again on their own, with word of how far they are', async () => {
    const stored = { one: [source('one', 'a'), source('one', 'b')], two: [source('two', 'c')] };
    const { libraries, idsIn, reads } = open(stored);
    await idsIn('one');
    stored.one = [source('one', 'b'), source('one', 'd')];
    const progress: string[] = [];
    const report = await libraries.reload('one', ({ read, of }) => progress.push(`${read}/${of}`));
    expect(report).toMatchObject({ added: ['server:d'], removed: ['server:a'], unchanged: ['server:b'] });
    expect(progress).toEqual(['1/2', '2/2']);
    expect(reads).toEqual(['one', 'one']);
  });

  it('are let go in the order of their last use where they are too many, and opened anew', async () => {
    const stored = { one: [source('one', 'a')], two: [source('two', 'b')], three: [source('three', 'c')] };
    const { reads, idsIn } = open(stored, 110);
    for (const guildId of ['one', 'two', 'one', 'three', 'one', 'two']) await idsIn(guildId);
    expect(reads).toEqual(['one', 'two', 'three', 'two']);
  });

  it('of one server with more than all the room let no other go that is used as well', async () => {
    const long = 'Forty boats sank in the storm. '.repeat(4_000);
    const stored = {
      greedy: [source('greedy', 'all', long)],
      one: [source('one', 'a')],
      two: [source('two', 'b')],
      three: [source('three', 'c')],
    };
    let time = 0;
    const now = () => {
      time += 1_000;
      return new Date(time);
    };
    const { reads, idsIn } = open(stored, 400, { now });
    for (let i = 0; i < 5; i += 1) for (const guildId of Object.keys(stored)) await idsIn(guildId);
    expect(reads).toEqual(['greedy', 'one', 'two', 'three']);
  });

  it('are not let go while they are read again, so that nothing of it is lost', async () => {
    const stored = { one: [source('one', 'a')], two: [source('two', 'b')], three: [source('three', 'c')] };
    const gate = createGate();
    const building = createGate();
    const { libraries, reads, idsIn } = open(stored, 60, {
      buildCorpus: async (parts) => {
        if (parts.articles.some(({ id }) => id === 'server:new')) {
          building.open();
          await gate.promise;
        }
        return build(parts);
      },
    });
    await idsIn('one');
    stored.one = [source('one', 'new')];
    const reload = libraries.reload('one');
    await building.promise;
    await idsIn('two');
    await idsIn('three');
    expect(await idsIn('one')).toEqual(['server:a']);
    gate.open();
    expect((await reload).added).toEqual(['server:new']);
    expect(await idsIn('one')).toEqual(['server:new']);
    expect(reads.filter((guildId) => guildId === 'one')).toHaveLength(2);
  });

  it('are tried again after the store could not be read', async () => {
    const stored: Record<string, StoredSource[]> = {};
    const { idsIn } = open(stored);
    await expect(idsIn('one')).rejects.toThrow('no such server');
    stored.one = [source('one', 'a')];
    expect(await idsIn('one')).toEqual(['server:a']);
  });
});
