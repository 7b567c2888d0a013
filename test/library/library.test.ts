import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/article/source-file.js';
import { type BuildCorpus, corpusBuilder } from '../../src/library/build-corpus.js';
import { describeProblem, Library } from '../../src/library/library.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { PassageIndex } from '../../src/search/index/passage-index.js';
import type { ServedSegment } from '../../src/search/index/served-segment.js';
import { inEnglishWords } from '../in-english.js';

const file = (path: string, text: string): SourceFile => ({
  file: path,
  bytes: new TextEncoder().encode(text),
});

const readNever = (): never => {
  throw new Error('nothing is read in these tests');
};
const build: BuildCorpus = corpusBuilder({ read: readNever, readNear: readNever });
const { parse } = readInPlace({ names: loadNameModel() });

/** A library over files that a test changes between loads, with a clock that ticks a second a look. */
async function open(files: readonly SourceFile[], buildCorpus = build, made = { parsed: [] as string[] }) {
  const folder = { files, unread: [] as { file: string; isFolder?: boolean; reason: string }[] };
  let seconds = 0;
  const opened = await Library.open({
    readSources: () => Promise.resolve({ ...folder }),
    parse: (source) => {
      made.parsed.push(source.file);
      return parse(source);
    },
    buildCorpus,
    now: () => new Date(1_000 * seconds++),
  });
  return { ...opened, folder };
}

function segmentsOf(library: Library): readonly ServedSegment[] {
  const { index } = library.corpus;
  return index instanceof PassageIndex ? index.segments : [];
}

describe('a problem with a file', () => {
  it('is one line, whatever the file is called', () => {
    const problem = {
      file: 'a\ngood.txt: has\rno text',
      line: 3,
      reason: 'is empty.',
      isServedFromEarlier: false,
    };
    expect(inEnglishWords(describeProblem(problem))).toMatch(
      /^[^\n\r]*a\ufffdgood\.txt: has\ufffdno text:3[^\n\r]*$/u,
    );
  });
});

describe('a library', () => {
  it('reports what a reload added, removed, changed and left as it was', async () => {
    const { library, report, folder } = await open([
      file('a.txt', 'One.'),
      file('b.txt', 'Two.'),
      file('c.txt', 'Three.'),
    ]);
    expect(report).toMatchObject({
      added: ['a', 'b', 'c'],
      removed: [],
      changed: [],
      unchanged: [],
      problems: [],
    });
    folder.files = [file('a.txt', 'One.'), file('b.txt', 'Two, changed.'), file('d.md', 'Four.')];
    expect(await library.reload()).toEqual({
      added: ['d'],
      removed: ['c'],
      changed: ['b'],
      unchanged: ['a'],
      problems: [],
      milliseconds: 2_000,
    });
    expect(library.corpus.articles.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'One.'],
      ['b', 'Two, changed.'],
      ['d', 'Four.'],
    ]);
  });

  it('keeps the object of an unchanged article, and tells a changed title from an unchanged one', async () => {
    const { library, folder } = await open([
      file('a.txt', 'One.'),
      file('b.txt', '---\ntitle: B\n---\nTwo.'),
    ]);
    const before = library.corpus.articles;
    folder.files = [file('a.txt', 'One.'), file('b.txt', '---\ntitle: Bee\n---\nTwo.')];
    expect((await library.reload()).changed).toEqual(['b']);
    expect(library.corpus.findArticle('a')).toBe(before[0]);
    expect(library.corpus.findArticle('b')).not.toBe(before[1]);
  });

  it('serves the earlier version of a file that has become bad, and says so', async () => {
    const { library, folder } = await open([file('a.txt', 'One.'), file('b.txt', 'Two.')]);
    folder.files = [file('a.txt', '---\npublished: soon\n---\nNew.')];
    folder.unread = [
      { file: 'b.txt', reason: 'cannot be opened (EACCES); check that it exists and may be read' },
    ];
    const report = await library.reload();
    expect(report.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'a.txt:2: "published" is not a date (soon) (its earlier version is still served)',
      'b.txt: cannot be opened (EACCES); check that it exists and may be read (its earlier version is still served)',
    ]);
    expect(library.corpus.articles.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(report).toMatchObject({ changed: [], unchanged: ['a', 'b'] });
  });

  it('goes on serving what was in a folder that cannot be read any more', async () => {
    const { library, folder } = await open([
      file('a.txt', 'One.'),
      file('town/b.txt', 'Two.'),
      file('town/up/c.md', 'Three.'),
    ]);
    folder.files = [file('a.txt', 'One.')];
    folder.unread = [{ file: 'town', isFolder: true, reason: 'is a folder that cannot be read (EACCES)' }];
    const report = await library.reload();
    expect(report).toMatchObject({ removed: [], unchanged: ['a', 'town/b', 'town/up/c'] });
    expect(report.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'town: is a folder that cannot be read (EACCES) (its earlier version is still served)',
    ]);
  });

  it('reports a bad file that was never good, and serves the others', async () => {
    const { library, report } = await open([file('a.txt', ''), file('b.txt', 'Two.')]);
    expect(report.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'a.txt: is empty; write the article into it or remove it',
    ]);
    expect(library.corpus.articles.map(({ id }) => id)).toEqual(['b']);
  });

  it('serves the others where one is nested too deep to be read', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const page = `<script type="application/ld+json">${nested}</script><p>The tide turned at noon.</p>`;
    const { library, report } = await open([file('a.txt', 'One.'), file('b.html', page)]);
    expect(library.corpus.articles.map(({ id }) => id)).toEqual(['a']);
    expect(report.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'b.html: has more than 100 elements within one another; give its text alone',
    ]);
  });

  it('serves the first of two files with one name, one text or one address', async () => {
    const page = (text: string): string => `---\nurl: https://example.org/x\n---\n${text}`;
    const { report } = await open([
      file('a.md', 'One.'),
      file('a.txt', 'Other.'),
      file('b.txt', 'One.'),
      file('c.txt', page('Three.')),
      file('d.txt', page('Four.')),
    ]);
    expect(report.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'a.txt: has the same name as a.md but for the ending; rename one of them',
      'b.txt: has the same text as a.md; remove one of them',
      'd.txt: has the same url as c.txt (https://example.org/x); correct or remove one of them',
    ]);
  });

  it('leaves the old corpus in place, whole, until the new one is ready, and whoever holds it keeps it', async () => {
    const { library, folder } = await open([file('a.txt', 'One.')]);
    const held = library.corpus;
    folder.files = [file('b.txt', 'Two.')];
    const reload = library.reload();
    expect(library.corpus).toBe(held);
    await reload;
    expect(library.corpus.findArticle('a')).toBeUndefined();
    expect(held.findArticle('a')?.text).toBe('One.');
  });

  it('goes on with the old corpus where the sources cannot be read, and reloads again afterwards', async () => {
    let isBroken = false;
    const { library } = await Library.open({
      readSources: () =>
        isBroken
          ? Promise.reject(new Error('ENOENT'))
          : Promise.resolve({ files: [file('a.txt', 'One.')], unread: [] }),
      parse,
      buildCorpus: build,
      now: () => new Date(0),
    });
    isBroken = true;
    await expect(library.reload()).rejects.toThrow('ENOENT');
    expect(library.corpus.articles).toHaveLength(1);
    isBroken = false;
    expect((await library.reload()).unchanged).toEqual(['a']);
  });

  it('makes articles only of the files that have changed, and indexes only those', async () => {
    const files = Array.from({ length: 200 }, (_, i) => file(`${i}.txt`, `Note ${i} tells of the pier.`));
    const made = { parsed: [] as string[] };
    const { library, folder } = await open(files, build, made);
    expect(made.parsed).toHaveLength(200);
    made.parsed = [];
    const before = library.corpus.articles;
    await library.reload();
    expect(made.parsed).toEqual([]);
    expect(library.corpus.articles).toEqual(before);
    const [kept] = segmentsOf(library);
    folder.files = [...files.slice(0, 7), file('7.txt', 'Note 7 tells of a zeppelin.'), ...files.slice(8)];
    expect((await library.reload()).changed).toEqual(['7']);
    expect(made.parsed).toEqual(['7.txt']);
    const [first, ...others] = segmentsOf(library);
    expect(first?.segment).toBe(kept?.segment);
    expect(others.flatMap(({ articles }) => articles.map((article) => article?.id))).toEqual(['7']);
    expect(library.corpus.index.findPassages('zeppelin').map(({ article }) => article.id)).toEqual(['7']);
  });

  it('does not read a file whose stamp is known, and reads it again where none could be made an article of', async () => {
    const asked: [string, boolean][] = [];
    const stamped = (name: string, text: string) => ({ ...file(name, text), stamp: '1' });
    const { library } = await Library.open({
      readSources: (isKnown) => {
        const files = [stamped('a.txt', 'One.'), stamped('b.txt', '')];
        for (const { file: name, stamp } of files) asked.push([name, isKnown(name, stamp)]);
        return Promise.resolve({
          files: files.filter(({ file: name, stamp }) => !isKnown(name, stamp)),
          unchanged: files.filter(({ file: name, stamp }) => isKnown(name, stamp)).map((one) => one.file),
          unread: [],
        });
      },
      parse,
      buildCorpus: build,
      now: () => new Date(0),
    });
    const report = await library.reload();
    expect(asked).toEqual([
      ['a.txt', false],
      ['b.txt', false],
      ['a.txt', true],
      ['b.txt', false],
    ]);
    expect(report.unchanged).toEqual(['a']);
    expect(report.problems.map(({ file: name }) => name)).toEqual(['b.txt']);
  });

  it('takes one source in, in place of its earlier version, and another out, without a look at the rest', async () => {
    const made = { parsed: [] as string[] };
    const { library } = await open(
      [file('a.txt', 'One.'), file('b.txt', 'Two.'), file('c.txt', 'Two.')],
      build,
      made,
    );
    expect(library.corpus.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    made.parsed = [];
    const added = { put: [{ source: file('d.txt', 'Four.') }], removed: ['b.txt'] };
    // What stood behind another with the same text is served once that is gone.
    expect(await library.change(added)).toMatchObject({
      added: ['c', 'd'],
      removed: ['b'],
      unchanged: ['a'],
      problems: [],
    });
    expect(made.parsed).toEqual(['d.txt']);
    const page = { put: [{ source: file('a.md', 'One, and more.') }], removed: [] };
    expect(await library.change(page)).toMatchObject({ changed: ['a'], unchanged: ['c', 'd'], problems: [] });
    const source = file('e.txt', 'Five.');
    const parsed = await parse(source);
    made.parsed = [];
    expect((await library.change({ put: [{ source, parsed }], removed: [] })).added).toEqual(['e']);
    expect(made.parsed).toEqual([]);
    expect(parsed.ok && library.corpus.findArticle('e')).toBe(parsed.ok && parsed.article);
  });

  it('puts two reloads at once in a row', async () => {
    let running = 0;
    let most = 0;
    const { library } = await open([file('a.txt', 'One.')], async (parts) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return build(parts);
    });
    await Promise.all([library.reload(), library.reload(), library.reload()]);
    expect(most).toBe(1);
  });
});
