import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedSource, SourceFile } from '../../src/article/source-file.js';
import type { ArticleReader } from '../../src/extract/article-reader.js';
import { keepSources } from '../../src/reading/keep-sources.js';
import { packSource, unpackSource } from '../../src/reading/kept-source.js';
import { doAtOnce } from '../../src/scheduling/give-way.js';
import { rememberIndexed } from '../../src/search/build-search-index.js';
import { indexArticle } from '../../src/search/index/index-article.js';
import type { ParseStore } from '../../src/store/parses.js';
import { sketchArticle } from '../corpus-builder.js';
import { addText, inPlace, openDesks } from '../server/desk-bench.js';
import { openTemporary, type TemporaryStore } from '../store/open-temporary.js';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporary();
});
afterEach(() => temporary.remove());

const TEXTS = {
  Pier: 'The pier at Velmouth is 40 metres long. “It creaks,” said Ada Quill.',
  Fähre: 'Die Fähre verließ den Hafen am Mittag und kam erst am Abend nach Vellin zurück.',
  港: '港のフェリーは正午に出た。',
  Levy: '# The levy\n\nThe levy rose by 3% on Oct. 7.\n\n## Who pays\n\nOwners of boats do.',
};

/** Indexes what it makes, as the threads do, and notes which files it was given. */
function createReader(): { readonly reader: ArticleReader; readonly made: string[] } {
  const made: string[] = [];
  const index = (parsed: ParsedSource): ParsedSource => {
    if (parsed.ok) {
      const segment = doAtOnce(indexArticle(parsed.article));
      rememberIndexed(parsed.article, () => segment);
    }
    return parsed;
  };
  const reader = {
    ...inPlace,
    async parse(source: SourceFile) {
      made.push(source.file);
      return index(await inPlace.parse(source));
    },
    parseAndRead: ((source, take) =>
      inPlace.parseAndRead(source, (article) => {
        index({ ok: true, article });
        return take(article);
      })) satisfies ArticleReader['parseAndRead'],
  };
  return { reader, made };
}

/** Opens the desks of a new start over the same store. */
async function start({
  program = 'this program',
  parses = temporary.store.parses,
  mostBytes = 1_000_000,
}: {
  readonly program?: string;
  readonly parses?: ParseStore;
  readonly mostBytes?: number;
} = {}) {
  const { store } = temporary;
  const troubles: unknown[] = [];
  const { reader, made } = createReader();
  const shelves: Promise<void>[] = [];
  const shelfOf = keepSources({
    store: { parses, sources: store.sources },
    fingerprint: () => Promise.resolve(program),
    mostBytes,
    onTrouble: (error) => troubles.push(error),
  });
  const desks = await openDesks({
    store,
    reader,
    shelfOf: (guildId) => {
      const shelf = shelfOf(guildId);
      return {
        ...shelf,
        save(kept) {
          const saved = shelf.save(kept);
          shelves.push(saved);
          return saved;
        },
      };
    },
  });
  const untilKept = async (): Promise<void> => {
    // What is served is kept behind it, one after the other.
    for (let ended = -1; ended !== shelves.length; ) {
      ended = shelves.length;
      await Promise.all(shelves);
      await new Promise(setImmediate);
    }
  };
  const serve = async (guildId: string) => {
    const { articles, index } = await desks.corpusAt(guildId);
    await untilKept();
    const found = ['pier', 'Hafen', 'フェリー', 'levy 3%', 'boats', 'zeppelin'].map((words) => [
      index.findPassages(words).map(({ article, passage, score }) => [article.id, passage, score]),
      index.findAsides(words).map(({ article, aside, score }) => [article.id, aside, score]),
    ]);
    return { articles, found };
  };
  return { desks, made, troubles, serve, untilKept };
}

/** Adds the texts to the server `g` as its moderator does. */
async function addAll(): Promise<void> {
  const { desks, untilKept } = await start();
  for (const [title, text] of Object.entries(TEXTS)) await addText(desks.deskOf('g').sources, text, title);
  await untilKept();
}

describe('a server’s own articles', () => {
  it('are served after a start as they were before, with the same index, and none is made anew', async () => {
    await addAll();
    const second = await start();
    const kept = await second.serve('g');
    expect([kept.articles.map(({ id }) => id), second.made, second.troubles]).toEqual([
      ['server:fahre', 'server:gang', 'server:levy', 'server:pier'],
      [],
      [],
    ]);
    const fresh = await start({ program: 'another program' });
    expect(await fresh.serve('g')).toEqual(kept);
    expect(fresh.made).toHaveLength(4);
    // What that one has made is its own.
    expect((await start({ program: 'another program' }).then(({ serve }) => serve('g'))).found).toEqual(
      kept.found,
    );
  });

  it('that were replaced or removed are gone from what is kept, and only the new one is made', async () => {
    await addAll();
    const second = await start();
    const { sources } = second.desks.deskOf('g');
    await addText(sources, 'A zeppelin landed on the pier.', 'Pier', 'pier');
    await sources.remove('fahre');
    await second.untilKept();
    const third = await start();
    const kept = await third.serve('g');
    expect(third.made).toEqual([]);
    expect(kept.articles.map(({ id, text }) => [id, text.slice(0, 10)])).toEqual([
      ['server:gang', '港のフェリーは正午に'],
      ['server:levy', '# The levy'],
      ['server:pier', 'A zeppelin'],
    ]);
    expect((await temporary.store.parses.list('g', 'this program')).map(({ source }) => source.name)).toEqual(
      ['gang', 'levy', 'pier'],
    );
    expect(kept).toEqual(await (await start({ program: 'another program' })).serve('g'));
  });

  it('go with their server, and are seen in no other', async () => {
    await addAll();
    const second = await start();
    await addText(second.desks.deskOf('h').sources, 'Zeppelins are slow.', 'Zeppelins');
    await second.untilKept();
    await second.desks.forget('g');
    const third = await start();
    expect((await third.serve('g')).articles).toEqual([]);
    expect((await third.serve('h')).articles.map(({ id }) => id)).toEqual(['server:zeppelins']);
    expect(third.made).toEqual([]);
  });

  it('are made anew where what was kept is damaged, beside those that are whole', async () => {
    await addAll();
    const { parses } = temporary.store;
    const [first, second, third] = await parses.list('g', 'this program');
    if (first === undefined || second === undefined || third === undefined) throw new Error('not kept');
    const flipped = Uint8Array.from(second.bytes);
    flipped[60] = (flipped[60] ?? 0) ^ 4;
    const damaged = [
      { ...first, bytes: first.bytes.subarray(0, 100) },
      { ...second, bytes: flipped },
      { ...third, bytes: new Uint8Array() },
    ];
    await parses.put('g', 'this program', damaged, 1_000_000);
    const again = await start();
    const served = await again.serve('g');
    expect(again.made).toHaveLength(3);
    expect(served).toEqual(await (await start({ program: 'another program' })).serve('g'));
    const whole = await start({ program: 'another program' });
    await whole.serve('g');
    expect(whole.made).toEqual([]);
  });

  it('are served all the same where they cannot be kept or read, which is told once', async () => {
    const full: ParseStore = {
      list: (...asked) => temporary.store.parses.list(...asked),
      find: (...asked) => temporary.store.parses.find(...asked),
      put: () => Promise.reject(new Error('database or disk is full')),
    };
    const first = await start({ parses: full });
    const { sources } = first.desks.deskOf('g');
    for (const [title, text] of Object.entries(TEXTS)) await addText(sources, text, title);
    expect((await first.serve('g')).articles).toHaveLength(4);
    expect(first.troubles).toEqual([new Error('database or disk is full')]);
    const broken: ParseStore = { ...full, list: () => Promise.reject(new Error('no such table')) };
    const second = await start({ parses: broken });
    expect((await second.serve('g')).articles).toHaveLength(4);
    expect(second.troubles).toEqual([new Error('no such table'), new Error('database or disk is full')]);
  });

  it('are kept as far as there is room for the server', async () => {
    const small = await start({ mostBytes: 1_500 });
    const { sources } = small.desks.deskOf('g');
    for (const [title, text] of Object.entries(TEXTS)) await addText(sources, text, title);
    await small.untilKept();
    const kept = await temporary.store.parses.list('g', 'this program');
    expect(kept.length).toBeLessThan(4);
    expect(kept.length).toBeGreaterThan(0);
    const again = await start({ mostBytes: 1_500 });
    expect((await again.serve('g')).articles).toHaveLength(4);
    expect(again.made).toHaveLength(4 - kept.length);
    expect([small.troubles, again.troubles]).toEqual([[], []]);
  });
});

describe('an article as bytes', () => {
  it('comes back whole, or not at all, whatever becomes of the bytes', async () => {
    const pieces = fc.constantFrom('The pier creaks. ', '\n\n', 'Fähre', '港。', '🦊', '\ud83e', '“No,” ');
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 12 }),
        fc.nat(),
        fc.nat({ max: 7 }),
        async (parts, at, bit) => {
          const article = sketchArticle({ id: 'server:a', text: `Levy. ${parts.join('')}` });
          const segment = doAtOnce(indexArticle(article));
          const bytes = await packSource({ article, segment });
          expect(await unpackSource(bytes)).toEqual({ article, segment });
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
          const damaged = await unpackSource(bytes);
          if (damaged !== null) expect(damaged).toEqual({ article, segment });
          expect(await unpackSource(bytes.subarray(0, place))).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });
});
