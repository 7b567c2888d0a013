import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFootnote } from '../../src/app/compose.js';
import { commands } from '../../src/app/registry.js';
import type { GivenOptions } from '../../src/bot/option.js';
import type { Place } from '../../src/bot/place.js';
import type { Reply } from '../../src/bot/reply.js';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import { describeProblem } from '../../src/library/library.js';
import type { StoredSource } from '../../src/store/sources.js';
import { sketchArticle } from '../corpus-builder.js';
import { inEnglishWords } from '../in-english.js';
import { IN_PLACE } from '../in-place.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';

/** What a parser may do to a source: throw an error of ours, of the language, of no kind at all; reject; call itself too deep. */
const FAILURES: Readonly<Record<string, () => never>> = {
  'an error': () => {
    throw new TypeError("Cannot read properties of undefined (reading 'pos')");
  },
  'a text': () => {
    throw 'no such thing';
  },
  'an overflow': () => {
    const deeper = (): number => 1 + deeper();
    return deeper() as never;
  },
  'an error of many lines': () => {
    throw new Error(`line one\n${'x'.repeat(500)}`);
  },
};

/** Reads as the program does, but for files with "bad" in their names. */
const faultyIn = (fail: () => never, at: 'parse' | 'read'): ArticleReader => ({
  parse: (source) => (at === 'parse' && source.file.includes('bad') ? fail() : IN_PLACE.parse(source)),
  parseAndRead: (source, take) =>
    source.file.includes('bad') ? fail() : IN_PLACE.parseAndRead(source, take),
  read: (article) =>
    at === 'read' && article.id.includes('bad') ? Promise.resolve().then(fail) : IN_PLACE.read(article),
  readNear: (article, places) =>
    at === 'read' && article.id.includes('bad')
      ? Promise.resolve().then(fail)
      : IN_PLACE.readNear(article, places),
  readFeed: IN_PLACE.readFeed,
  readRules: IN_PLACE.readRules,
  close: () => Promise.resolve(),
});

const PIER = 'The pier opened on Monday. It cost 40 million euros, said Ada Quill.';

let folder = '';
let own: TemporaryStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-faults-'));
  own = await openTemporary();
});
afterEach(async () => {
  await own.remove();
  rmSync(folder, { recursive: true, force: true });
});

function stored(name: string, text: string): StoredSource {
  const bytes = new TextEncoder().encode(text);
  const common = { fetchedFrom: null, fetchedAt: null, addedBy: '9', addedAt: new Date(0), feed: null };
  return { guildId: '1', name, title: name, ending: 'txt', bytes, size: bytes.byteLength, ...common };
}

async function open(reader: ArticleReader) {
  const faults: string[] = [];
  const limits = { count: 10, bytes: 1_000_000 };
  const footnote = await openFootnote({
    seedsDir: folder,
    reader,
    onFault: (_, on) => faults.push(on),
    own: { store: own.store, limits, pages: null, graceDays: 30 },
  });
  const place: Place = { guildId: '1', userId: '9', isModerator: true, isOperator: true, language: 'en' };
  const run = async (name: string, options: GivenOptions = {}): Promise<Reply> => {
    const command = commands.find((known) => known.name === name);
    if (command === undefined) throw new Error(`There is no command /${name}.`);
    return command.execute(options, await footnote.contextAt(place));
  };
  return { footnote, faults, run };
}

const wordsOf = (reply: Reply): string =>
  reply.kind === 'notice' ? reply.lines.map(({ text }) => inEnglishWords(text)).join('\n') : reply.kind;

describe.each(Object.entries(FAILURES))('a source whose parser throws %s', (_, fail) => {
  it('is told by its name, and all others start, serve and are read again', async () => {
    writeFileSync(join(folder, 'bad.txt'), PIER);
    writeFileSync(join(folder, 'pier.txt'), PIER);
    const { footnote, faults, run } = await open(faultyIn(fail, 'parse'));
    expect(footnote.report.added).toEqual(['pier']);
    const [problem] = footnote.report.problems;
    expect(problem && inEnglishWords(describeProblem(problem))).toMatch(
      /^bad\.txt: cannot be read for a fault of Footnote’s own \(.{5,120}\); give its text alone, and tell whoever runs the bot$/u,
    );
    expect(faults).toEqual(['bad.txt']);
    expect((await run('ask', { question: 'When did the pier open?' })).kind).toMatch(/answer|related/u);
    expect(wordsOf(await run('reload', { which: 'shared' }))).toContain('bad.txt: cannot be read');
  });

  it('takes nothing of its server with it: the server’s commands answer, and it can be removed', async () => {
    writeFileSync(join(folder, 'pier.txt'), PIER);
    await own.store.sources.put(stored('bad', PIER), { count: 10, bytes: 1_000_000 });
    await own.store.sources.put(stored('lamp', 'The lamp was lit by Bo Reed.'), { count: 10, bytes: 1e6 });
    const { run } = await open(faultyIn(fail, 'parse'));
    expect(wordsOf(await run('help'))).toContain('/');
    expect(wordsOf(await run('sources'))).toContain('bad: cannot be read for a fault of Footnote’s own');
    expect((await run('ask', { question: 'Who lit the lamp?', source: 'server:lamp' })).kind).toMatch(
      /answer|related/u,
    );
    expect((await run('source delete', { source: 'bad' })).kind).toBe('notice');
    expect(wordsOf(await run('sources'))).not.toContain('bad: ');
  });
});

describe('a shared file that is called as a server’s own are', () => {
  it.each(['server:pier.txt', 'server:x/pier.md', 'server:.txt'])(
    'is told, and is nobody’s (%s)',
    async (file) => {
      if (file.includes('/')) mkdirSync(join(folder, 'server:x'));
      writeFileSync(join(folder, file), PIER);
      const { footnote, run } = await open(IN_PLACE);
      expect(footnote.report.added).toEqual([]);
      const [problem] = footnote.report.problems;
      expect(problem && inEnglishWords(describeProblem(problem))).toContain(`./${file}: `);
      expect(wordsOf(await run('source list'))).not.toContain('pier');
    },
  );
});

describe('a folder of articles that is gone', () => {
  it('is told by /reload with what to do, and the articles stay', async () => {
    writeFileSync(join(folder, 'pier.txt'), PIER);
    const { run } = await open(IN_PLACE);
    rmSync(folder, { recursive: true });
    const reply = await run('reload', { which: 'shared' });
    expect(reply.kind === 'refused' && inEnglishWords(reply.reason)).toBe(
      'The folder of the articles cannot be read (ENOENT), so the articles stay as they were; check SEEDS_DIR or --seeds.',
    );
    expect(wordsOf(await run('reload', { which: 'both' }))).toContain(
      'The folder of the articles cannot be read (ENOENT)',
    );
    expect((await run('ask', { question: 'When did the pier open?' })).kind).toMatch(/answer|related/u);
  });
});

describe('an article whose reading throws', () => {
  it('is named under an answer that others give, and kills no command', async () => {
    writeFileSync(join(folder, 'bad.txt'), `${PIER} Whoever reads this fails.`);
    writeFileSync(join(folder, 'pier.txt'), PIER);
    const { run, faults } = await open(faultyIn(FAILURES['an error'] ?? (() => undefined as never), 'read'));
    const reply = await run('who', { name: 'Ada Quill' });
    expect(reply.kind === 'answer' && reply.note && inEnglishWords(reply.note)).toContain(
      "“Bad” cannot be read for a fault of Footnote’s own (TypeError: Cannot read properties of undefined (reading 'pos')); give its text alone, and tell whoever runs the bot.",
    );
    expect(faults).toContain('bad');
    for (const name of ['help', 'sources', 'status']) expect((await run(name)).kind).toBe('notice');
  });
});

describe('an article that cannot be indexed', () => {
  it('is left out and told by its name, and the others are found', async () => {
    const pier = sketchArticle({ id: 'pier', text: PIER });
    const broken = {
      ...sketchArticle({ id: 'broken', text: PIER }),
      get passages(): never {
        throw new RangeError('Invalid array length');
      },
    };
    const corpus = await corpusBuilder(IN_PLACE)({
      articles: [broken, pier],
      problems: [],
      loadedAt: new Date(0),
    });
    expect(corpus.articles).toEqual([pier]);
    expect(corpus.index.findPassages('pier')).toHaveLength(1);
    expect(corpus.problems.map((problem) => inEnglishWords(describeProblem(problem)))).toEqual([
      'broken: cannot be read for a fault of Footnote’s own (RangeError: Invalid array length); give its text alone, and tell whoever runs the bot',
    ]);
  });
});
