import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_SOURCE } from '../../src/article/source-file.js';
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
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(LARGEST_SOURCE + 1));
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
