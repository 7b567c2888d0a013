import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/article/source-file.js';
import { openKeptFolder } from '../../src/files/kept-folder.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import { Library } from '../../src/library/library.js';
import { keepLibrary } from '../../src/reading/keep-library.js';
import { IN_PLACE } from '../in-place.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): SourceFile => ({
  file: name,
  bytes: new TextEncoder().encode(text),
});

const FILES = [
  file('a.md', '# Pier\n\nThe pier at Velmouth is 40 metres long. “It creaks,” said Ada Quill.'),
  file('b.txt', 'Die Fähre verließ den Hafen am Mittag und kam erst am Abend nach Vellin zurück.'),
  file('c.txt', '港のフェリーは正午に出た。'),
  file(
    'd.html',
    '<html lang="en"><title>Levy</title><article><p>The levy rose by 3% on Oct. 7.</p></article></html>',
  ),
];

/** Opens the library of these files on what was kept, and waits until it is kept again. */
async function open(files: readonly SourceFile[] = FILES, fingerprint = 'this program') {
  const parsed: string[] = [];
  const troubles: unknown[] = [];
  const { library } = await Library.open({
    readSources: () => Promise.resolve({ files, unread: [] }),
    parse: (source) => {
      parsed.push(source.file);
      return IN_PLACE.parse(source);
    },
    buildCorpus: corpusBuilder(IN_PLACE),
    now: () => new Date(0),
    shelf: keepLibrary({
      folder: openKeptFolder(folder),
      fingerprint: () => Promise.resolve(fingerprint),
      onTrouble: (error) => troubles.push(error),
    }),
  });
  await library.kept;
  const { articles, index } = library.corpus;
  const found = ['pier', 'Hafen', 'フェリー', 'levy 3%', 'zeppelin'].map((words) => [
    index.findPassages(words).map(({ article, passage, score }) => [article.id, passage, score]),
    index.findAsides(words).map(({ article, aside, score }) => [article.id, aside, score]),
  ]);
  return { library, parsed, troubles, served: { articles, found } };
}

describe('a library that is kept', () => {
  it('opens again with the same articles and the same index, and makes none of them anew', async () => {
    const first = await open();
    expect(first.parsed).toHaveLength(4);
    const second = await open();
    expect(second.parsed).toEqual([]);
    expect(second.served).toEqual(first.served);
    expect([first.troubles, second.troubles]).toEqual([[], []]);
  });

  it('makes anew what has changed since, serves no more what is gone, and keeps that in turn', async () => {
    await open();
    const [first, , third, fourth] = FILES;
    if (first === undefined || third === undefined || fourth === undefined) throw new Error('no files');
    const changed = [
      first,
      file('c.txt', '港の灯台は閉まった。'),
      fourth,
      file('e.txt', 'A zeppelin landed.'),
    ];
    const second = await open(changed);
    expect(second.parsed).toEqual(['c.txt', 'e.txt']);
    expect(second.served.articles.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
    const again = await open(changed);
    expect(again.parsed).toEqual([]);
    expect(again.served).toEqual(second.served);
    // What a file of another name was made of is not taken for it.
    expect((await open([file('other.md', new TextDecoder().decode(first.bytes))])).parsed).toEqual([
      'other.md',
    ]);
  });

  it.each([
    [
      'the list is of another form',
      (names: readonly string[]) => writeFileSync(join(folder, nameOf(names, 'list')), '{}'),
    ],
    ['the list is cut', (names: readonly string[]) => truncateSync(join(folder, nameOf(names, 'list')), 50)],
    [
      'the segment is cut',
      (names: readonly string[]) => truncateSync(join(folder, nameOf(names, 'segment')), 1000),
    ],
    [
      'the segment is empty',
      (names: readonly string[]) => truncateSync(join(folder, nameOf(names, 'segment')), 0),
    ],
    ['the segment is gone', (names: readonly string[]) => rmSync(join(folder, nameOf(names, 'segment')))],
    ['its articles are gone', (names: readonly string[]) => rmSync(join(folder, nameOf(names, 'articles')))],
    [
      'its articles are cut',
      (names: readonly string[]) => truncateSync(join(folder, nameOf(names, 'articles')), 300),
    ],
    [
      'a bit of its articles is another',
      (names: readonly string[]) => flipBit(join(folder, nameOf(names, 'articles'))),
    ],
    [
      'a bit of the segment is another',
      (names: readonly string[]) => flipBit(join(folder, nameOf(names, 'segment'))),
    ],
  ])('is made anew where %s', async (_, damage) => {
    const first = await open();
    damage(readdirSync(folder));
    const second = await open();
    expect(second.parsed).toHaveLength(4);
    expect(second.served).toEqual(first.served);
    expect((await open()).parsed).toEqual([]);
  });

  it('is made anew by another program, and nothing of the earlier one stays', async () => {
    await open();
    const before = readdirSync(folder);
    expect((await open(FILES, 'another program')).parsed).toHaveLength(4);
    expect(readdirSync(folder).filter((name) => before.includes(name))).toEqual(['library.list']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('is served all the same where the folder cannot be written', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file');
    const { served, troubles } = await open();
    expect(served.articles).toHaveLength(4);
    expect(troubles).not.toEqual([]);
  });
});

function nameOf(names: readonly string[], ending: string): string {
  return names.find((name) => name.endsWith(`.${ending}`)) ?? '';
}

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}
