import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARTICLE_LIMITS } from '../../src/article/limits.js';
import { readSeeds } from '../../src/files/seeds.js';
import { inEnglishWords } from '../in-english.js';

describe('a seeds folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read with its sub-folders, in the order of the paths, hidden files passed over', async () => {
    mkdirSync(join(folder, 'town'));
    writeFileSync(join(folder, 'town', 'b.MD'), 'Two.');
    writeFileSync(join(folder, 'a.txt'), 'One.');
    writeFileSync(join(folder, '.hidden.txt'), 'No.');
    const { files, unread } = await readSeeds(folder);
    expect(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', 'One.'],
      ['town/b.MD', 'Two.'],
    ]);
    expect(unread).toEqual([]);
  });

  it('names the files that are too large, of another kind, or lead nowhere', async () => {
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(ARTICLE_LIMITS.fileBytes + 1));
    writeFileSync(join(folder, 'paper.rtf'), '%PDF');
    symlinkSync(join(folder, 'gone'), join(folder, 'link.txt'));
    const { unread } = await readSeeds(folder);
    expect(unread.map(({ file, reason }) => ({ file, reason: inEnglishWords(reason) }))).toEqual([
      {
        file: 'large.txt',
        reason: 'has 2,097,153 bytes, more than the 2,097,152 an article may have; split it',
      },
      { file: 'link.txt', reason: 'cannot be opened (ENOENT); check that it exists and may be read' },
      { file: 'paper.rtf', reason: 'cannot be read; only .txt, .md, .html, .pdf, .docx, .epub files can' },
    ]);
  });

  it('gives the files whose stamps are known by their names alone, and reads those that were written since', async () => {
    writeFileSync(join(folder, 'a.txt'), 'One.');
    writeFileSync(join(folder, 'b.txt'), 'Two.');
    // A file that was written a moment ago may be written again within the same tick of its clock.
    const fresh = await readSeeds(folder);
    expect(fresh.files.map(({ stamp }) => stamp)).toEqual([null, null]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    const settled = await readSeeds(folder);
    const stamps = new Map(settled.files.map(({ file, stamp }) => [file, stamp]));
    expect([...stamps.values()]).not.toContain(null);
    writeFileSync(join(folder, 'b.txt'), 'New');
    renameSync(join(folder, 'b.txt'), join(folder, 'c.txt'));
    writeFileSync(join(folder, 'b.txt'), 'Too.');
    const { files, unchanged } = await readSeeds(folder, (file, stamp) => stamps.get(file) === stamp);
    vi.restoreAllMocks();
    expect(unchanged).toEqual(['a.txt']);
    expect(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])).toEqual([
      ['b.txt', 'Too.'],
      ['c.txt', 'New'],
    ]);
  });

  it('follows a link to a folder once, so that a link to its parent ends', async () => {
    mkdirSync(join(folder, 'town'));
    writeFileSync(join(folder, 'town', 'a.txt'), 'One.');
    symlinkSync(folder, join(folder, 'town', 'up'));
    expect((await readSeeds(folder)).files.map(({ file }) => file)).toEqual(['town/a.txt']);
  });

  it('that is not there is an error', async () => {
    await expect(readSeeds(join(folder, 'gone'))).rejects.toThrow('ENOENT');
  });
});

/** Makes folders within one another until their path is longer than the system takes: one by one, as none can be named whole. */
function digTooDeep(folder: string): void {
  const dig = `cd "$1"; for i in $(seq 30); do mkdir ${'d'.repeat(200)} && cd ${'d'.repeat(200)} || exit; done; echo Text. > a.txt`;
  execFileSync('bash', ['-c', dig, 'dig', folder]);
}

describe('a folder below the seeds folder that cannot be read', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seeds-'));
    writeFileSync(join(folder, 'a.txt'), 'One.');
  });
  afterEach(() => {
    execFileSync('rm', ['-rf', folder]);
  });

  const wordsOf = ({ unread }: Awaited<ReturnType<typeof readSeeds>>): string[] =>
    unread.map(({ reason }) => inEnglishWords(reason));

  it('for its too long path is named, and the others are read', async () => {
    mkdirSync(join(folder, 'deep'));
    digTooDeep(join(folder, 'deep'));
    const seeds = await readSeeds(folder);
    expect(seeds.files.map(({ file }) => file)).toEqual(['a.txt']);
    expect(wordsOf(seeds)).toEqual([
      'has a longer path than this system takes; give it a shorter name, or move it up',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'for want of permission is named, and the others are read',
    async () => {
      mkdirSync(join(folder, 'shut'), { mode: 0 });
      const seeds = await readSeeds(folder);
      expect(seeds.files.map(({ file }) => file)).toEqual(['a.txt']);
      expect(seeds.unread.map(({ file, isFolder }) => [file, isFolder])).toEqual([['shut', true]]);
      expect(wordsOf(seeds)).toEqual([
        'is a folder that cannot be read (EACCES); let the bot’s user read it',
      ]);
    },
  );

  it('as a link to itself is named, and so is a file that never ends', async () => {
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('/dev/zero', join(folder, 'zero.txt'));
    const seeds = await readSeeds(folder);
    expect(seeds.files.map(({ file }) => file)).toEqual(['a.txt']);
    expect(wordsOf(seeds)).toEqual([
      'cannot be opened (ELOOP); check that it exists and may be read',
      'is not a file; put a copy of the article there',
    ]);
  });
});
