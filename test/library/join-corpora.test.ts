import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus, LoadProblem } from '../../src/library/corpus.js';
import { joinCorpora } from '../../src/library/join-corpora.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { type ArticleSketch, LOADED_AT, sketchArticle } from '../corpus-builder.js';

const PIER = {
  id: 'pier',
  title: 'Pier',
  text: 'The pier closes on Monday.\n\nThe ferry stops.',
  url: 'https://a.example/pier',
};
const LAMP = { id: 'lamp', title: 'Lamp', text: 'The lamp of the pier was lit.' };

const build = corpusBuilder(readInPlace({ names: loadNameModel() }));

function buildTestCorpus(
  sketches: readonly ArticleSketch[],
  problems: readonly LoadProblem[] = [],
): Promise<Corpus> {
  return build({ articles: sketches.map(sketchArticle), problems, loadedAt: LOADED_AT });
}

const idsOf = ({ articles }: Corpus): string[] => articles.map(({ id }) => id);

async function join(own: readonly ArticleSketch[], shared: readonly ArticleSketch[] = [LAMP, PIER]) {
  return joinCorpora(await buildTestCorpus(own), await buildTestCorpus(shared));
}

describe('a server’s own articles joined with the shared ones', () => {
  it('are the shared corpus itself where the server has none', async () => {
    const shared = await buildTestCorpus([PIER]);
    expect(joinCorpora(await buildTestCorpus([]), shared)).toBe(shared);
  });

  it('are found by id and listed in order, with the problems of both and the later moment', async () => {
    const problem = { line: null, reason: 'is empty', isServedFromEarlier: false };
    const own = await buildTestCorpus(
      [{ id: 'server:quay', text: 'The quay.' }],
      [{ file: 'server:x.md', ...problem }],
    );
    const shared = await buildTestCorpus([LAMP, PIER], [{ file: 'y.md', ...problem }]);
    const later = new Date('2031-06-01T00:00:00Z');
    const joined = joinCorpora({ ...own, loadedAt: later }, shared);
    expect(idsOf(joined)).toEqual(['lamp', 'pier', 'server:quay']);
    expect(joined.findArticle('server:quay')).toBe(own.articles[0]);
    expect(joined.findArticle('pier')).toBe(shared.findArticle('pier'));
    expect(joined.findArticle('quay')).toBeUndefined();
    expect(joined.loadedAt).toEqual(later);
    expect(joined.problems.map(({ file }) => file)).toEqual(['server:x.md', 'y.md']);
    for (const article of joined.articles) expect((await joined.read(article)).article).toBe(article);
  });

  it('stand in for a shared article of the same id, text or address, in every way it could be found', async () => {
    const joined = await join([
      { id: 'server:copy', text: LAMP.text },
      { id: 'server:newer', text: 'The pier has closed.', url: PIER.url },
    ]);
    expect(idsOf(joined)).toEqual(['server:copy', 'server:newer']);
    expect(joined.findArticle('lamp')).toBeUndefined();
    expect(joined.index.findPassages('pier').map(({ article }) => article.id)).toEqual([
      'server:newer',
      'server:copy',
    ]);
    expect(joined.index.findPassages('pier', { articleId: 'pier' })).toEqual([]);
    expect(idsOf(await join([{ id: 'pier', text: 'Another pier.' }]))).toEqual(['lamp', 'pier']);
  });

  it('take turns by rank, the server’s own first, as scores of two indexes say nothing of each other', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      id: `note-${i}`,
      text: `The ferry of day ${i} left.`,
    }));
    const joined = await join(
      [
        { id: 'server:a', text: 'A ferry.' },
        { id: 'server:b', text: 'One ferry, one pier, one quay.' },
      ],
      many,
    );
    const found = joined.index.findPassages('ferry', { limit: 5 });
    expect(found.map(({ article }) => article.id.replace(/\d+/u, 'N'))).toEqual([
      'server:a',
      'note-N',
      'server:b',
      'note-N',
      'note-N',
    ]);
    expect(found.map(({ score }) => score)).toEqual([1, 1, 1 / 2, 1 / 2, 1 / 3]);
    expect(
      joined.index.findPassages('ferry', { articleId: 'server:b' }).map(({ article }) => article.id),
    ).toEqual(['server:b']);
    expect(joined.index.findPassages('ferry')).toHaveLength(20);
    expect(joined.index.findPassages('nothing of this')).toEqual([]);
  });

  it('give every passage that either gives, each once, and those of one in its own order', async () => {
    const word = fc.constantFrom('pier', 'ferry', 'lamp', 'quay', 'storm', 'gull');
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `The ${words.join(' ')}.`);
    const sketches = (prefix: string) =>
      fc
        .uniqueArray(text, { maxLength: 4 })
        .map((texts) => texts.map((one, i) => ({ id: `${prefix}${i}`, text: one })));
    await fc.assert(
      fc.asyncProperty(
        sketches('server:'),
        sketches('shared-'),
        word,
        async (ownSketches, sharedSketches, query) => {
          const own = await buildTestCorpus(ownSketches);
          const shared = await buildTestCorpus(sharedSketches);
          const joined = joinCorpora(own, shared);
          const idsIn = (found: ReturnType<Corpus['index']['findPassages']>) =>
            found.map(({ article }) => article.id);
          const all = idsIn(joined.index.findPassages(query));
          const isOwn = (id: string): boolean => id.startsWith('server:');
          expect(all.filter(isOwn)).toEqual(idsIn(own.index.findPassages(query)));
          expect(all.filter((id) => !isOwn(id))).toEqual(
            idsIn(shared.index.findPassages(query)).filter((id) => joined.findArticle(id) !== undefined),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
