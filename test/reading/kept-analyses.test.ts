import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { openKeptFolder } from '../../src/files/kept-folder.js';
import { type KeptAnalyses, openKeptAnalyses } from '../../src/reading/kept-analyses.js';
import { readInThreads } from '../../src/reading/read-in-threads.js';
import { fixtureText, sketchArticle } from '../corpus-builder.js';
import { THREAD_SCRIPT } from './thread-script.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-readings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const harbour = sketchArticle({ id: 'harbour', text: fixtureText('facts-harbour') });
const quarry = sketchArticle({ id: 'quarry', text: fixtureText('quotes-quarry') });

/** What is kept by the program that was started last, what it reads in threads, and what it writes. */
let kept: KeptAnalyses;
let read: string[] = [];
let writing: Promise<void>[] = [];

/** One thread for all tests. No analysis stays in memory, as after a start. */
const reader = readInThreads({
  script: THREAD_SCRIPT,
  most: 1,
  mostKept: 1,
  kept: {
    find: (article) => kept.find(article),
    keep: (article, analysis) => {
      const written = kept.keep(article, analysis);
      writing.push(written);
      return written;
    },
  },
  onWork: (kind) => read.push(kind),
});
afterAll(() => reader.close());

/** The reader as after a start of a program, and how many articles its thread reads; the one before it is ended. */
function start(fingerprint = 'this program', mostBytes?: number) {
  const troubles: unknown[] = [];
  const readHere: string[] = [];
  read = readHere;
  writing = [];
  kept = openKeptAnalyses({
    folder: openKeptFolder(folder),
    fingerprint: () => Promise.resolve(fingerprint),
    onTrouble: (error) => troubles.push(error),
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  const readAll = async (articles: readonly Article[]): Promise<Analysis[]> => {
    const analyses: Analysis[] = [];
    for (const article of articles) {
      analyses.push(await reader.read(article));
      await Promise.all(writing);
    }
    return analyses;
  };
  return { readAll, read: readHere, troubles };
}

describe('analyses that are kept', () => {
  it('are the same after a restart, and no article is read again, under another id neither', async () => {
    const first = start();
    const before = await first.readAll([harbour, quarry]);
    expect(first.read).toEqual(['read', 'read']);
    const second = start();
    expect(await second.readAll([harbour, quarry])).toEqual(before);
    const [moved] = await second.readAll([{ ...harbour, id: 'moved' }]);
    expect(moved?.facts).toEqual(before[0]?.facts);
    expect([second.read, second.troubles]).toEqual([[], []]);
  });

  it('are not taken for another text, of another program, or where the file is not whole', async () => {
    await start().readAll([harbour]);
    const other = sketchArticle({ id: 'harbour', text: `${harbour.text}\n\nNobody was hurt.` });
    const dated = sketchArticle({ id: 'harbour', text: harbour.text, published: '2031-05-15' });
    const second = start();
    await second.readAll([other, dated]);
    expect(second.read).toEqual(['read', 'read']);
    const updated = start('another program');
    await updated.readAll([harbour]);
    expect(updated.read).toEqual(['read']);
    for (const name of readdirSync(folder)) truncateSync(join(folder, name), 200);
    const third = start();
    await third.readAll([harbour]);
    expect([third.read, third.troubles]).toEqual([['read'], []]);
  });

  it('are none of a server’s own, which must go with the server', async () => {
    await start().readAll([{ ...harbour, id: 'server:harbour' }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('take no more room than they may, those kept longest going first, also over a restart', async () => {
    await start().readAll([harbour]);
    const [first = ''] = readdirSync(folder);
    await start('this program', 1_000).readAll([quarry]);
    expect(readdirSync(folder)).not.toContain(first);
  });

  it('are done without where the disk does not take them', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file');
    const { readAll, troubles } = start();
    expect((await readAll([harbour]))[0]?.facts.length).toBeGreaterThan(0);
    expect(troubles).not.toEqual([]);
  });
});
