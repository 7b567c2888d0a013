import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/extract/analysis.js';
import { type KeptReadings, keepBoth, keepReadings } from '../../src/reading/keep-readings.js';
import { keepSources } from '../../src/reading/keep-sources.js';
import type { KeptAnalyses } from '../../src/reading/kept-analyses.js';
import { readInThreads } from '../../src/reading/read-in-threads.js';
import type { ParseStore } from '../../src/store/parses.js';
import { fixtureText, sketchArticle } from '../corpus-builder.js';
import { addText, openDesks } from '../server/desk-bench.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';
import { THREAD_SCRIPT } from './thread-script.js';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporary();
});
afterEach(() => temporary.remove());

const HARBOUR = fixtureText('facts-harbour');
const QUARRY = fixtureText('quotes-quarry');

/** What is kept by the program that was started last, and what it reads in threads. */
let kept: KeptReadings;
let read: string[] = [];

const nothing: KeptAnalyses = { find: () => Promise.resolve(null), keep: () => Promise.resolve() };

/** One thread for all tests. No analysis stays in memory, as after a start. */
const reader = readInThreads({
  script: THREAD_SCRIPT,
  most: 1,
  mostKept: 1,
  kept: keepBoth(nothing, {
    find: (article) => kept.find(article),
    keep: (article, analysis) => kept.keep(article, analysis),
  }),
  onWork: (kind) => {
    if (kind === 'read') read.push(kind);
  },
});
afterAll(() => reader.close());

/** The desks of servers as after a start, what they read, and how to read all that a server has of its own. */
async function start({
  program = 'this program',
  mostBytes = 1_000_000,
  readings = temporary.store.readings,
}: {
  readonly program?: string;
  readonly mostBytes?: number;
  readonly readings?: ParseStore;
} = {}) {
  const { store } = temporary;
  const troubles: unknown[] = [];
  const own: string[] = [];
  read = own;
  const how = {
    fingerprint: () => Promise.resolve(program),
    mostBytes,
    onTrouble: (error: unknown) => troubles.push(error),
  };
  const keptHere = keepReadings({ store: { readings, sources: store.sources }, ...how });
  kept = keptHere;
  const desks = await openDesks({ store, reader, shelfOf: keepSources({ store, ...how }) });
  /** Reads what a server has, and writes what is to be kept of it, as a bot does that goes down. */
  const readAll = async (guildId = 'g'): Promise<Analysis[]> => {
    const analyses: Analysis[] = [];
    const { articles } = await desks.corpusAt(guildId);
    for (const article of articles) {
      analyses.push(await reader.read(article));
      await new Promise(setImmediate);
    }
    return analyses;
  };
  const add = (title: string, text: string, guildId = 'g') =>
    addText(desks.deskOf(guildId).sources, text, title);
  return { desks, readAll, add, read: own, troubles };
}

/** How many readings the store has of a server. */
async function countKept(guildId = 'g', program = 'this program'): Promise<number> {
  return (await temporary.store.readings.list(guildId, program)).length;
}

/** What is read is written behind the answer. */
async function untilKept(count: number, guildId = 'g', program = 'this program'): Promise<void> {
  await expect.poll(() => countKept(guildId, program), { timeout: 20_000 }).toBe(count);
}

/** Adds two sources to the server `g` and reads them. */
async function addTwo(): Promise<Analysis[]> {
  const first = await start();
  await first.add('Harbour', HARBOUR);
  await first.add('Quarry', QUARRY);
  first.read.length = 0;
  const analyses = await first.readAll();
  expect(first.read).toHaveLength(2);
  await untilKept(2);
  return analyses;
}

describe('what was read in a server’s own articles', () => {
  it('is the same after a start, around a place too, and no article is read again', async () => {
    const before = await addTwo();
    expect(before[0]?.facts.length).toBeGreaterThan(0);
    const second = await start();
    expect(await second.readAll()).toEqual(before);
    for (const { article, ...told } of before) {
      const near = await reader.readNear(article, [article.passages[0] ?? { start: 0, end: 1 }]);
      expect(near).toEqual({ article, ...told });
    }
    expect([second.read, second.troubles]).toEqual([[], []]);
  });

  it('goes with its source, with a change of it, and with the server, and is no other server’s', async () => {
    await addTwo();
    const second = await start();
    await second.add('Harbour', HARBOUR, 'other');
    second.read.length = 0;
    await second.readAll('other');
    expect(second.read).toHaveLength(1);
    await untilKept(1, 'other');
    const { sources } = second.desks.deskOf('g');
    await sources.remove('quarry');
    expect(await countKept()).toBe(1);
    await temporary.store.sources.remove('g', 'harbour');
    expect([await countKept(), await countKept('other')]).toEqual([0, 1]);
    await second.desks.forget('other');
    expect(await countKept('other')).toBe(0);
  });

  it('is not taken of another text, by another program, or where the bytes are not as they were', async () => {
    await addTwo();
    const updated = await start({ program: 'another program' });
    await updated.readAll();
    expect(updated.read).toHaveLength(2);
    await untilKept(2, 'g', 'another program');
    const [harbour, quarry] = await temporary.store.readings.list('g', 'another program');
    if (harbour === undefined || quarry === undefined) throw new Error('nothing was kept');
    await temporary.store.readings.put(
      'g',
      'another program',
      [
        { ...harbour, bytes: harbour.bytes.slice(0, 200) },
        { ...quarry, key: 'of another text' },
      ],
      1_000_000,
    );
    const again = await start({ program: 'another program' });
    const analyses = await again.readAll();
    expect([again.read.length, again.troubles.length]).toEqual([2, 1]);
    expect(analyses[0]?.facts.length).toBeGreaterThan(0);
  });

  it('takes no more room than it may, and is done without where the store does not take it', async () => {
    const small = await start({ mostBytes: 2_000 });
    await small.add('Harbour', HARBOUR);
    await small.readAll();
    await kept.close();
    expect([await countKept(), small.troubles]).toEqual([0, []]);
    const put = () => Promise.reject(new Error('database or disk is full'));
    const full = await start({ readings: { ...temporary.store.readings, put } });
    const [analysis] = await full.readAll();
    expect(analysis?.facts.length).toBeGreaterThan(0);
    await expect.poll(() => full.troubles).toEqual([new Error('database or disk is full')]);
  });

  it('is nothing of an article that all servers share', async () => {
    await start();
    await reader.read(sketchArticle({ id: 'shared', text: HARBOUR }));
    await kept.close();
    expect(await countKept()).toBe(0);
  });
});
