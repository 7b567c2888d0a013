import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { searchWords } from '../../src/answer/search-words.js';
import { excerptsOf, type SaidReply } from '../../src/bot/reply.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildFireCorpus, buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

let fire: Corpus;
beforeAll(async () => {
  fire = await buildFireCorpus();
});

async function search(words: string, source?: string): Promise<SaidReply> {
  return inEnglish(await searchWords(fire, { words, source }));
}

describe('/search', () => {
  test.each(['"eastern quay"', '“eastern quay”', '„Eastern Quay“', '«eastern  quay»'])(
    'finds the phrase %s word for word',
    async (words) => {
      expect(shownIn(await search(words))).toEqual([
        '“We lost 40 percent of the *eastern quay*,” said Mayor Ingrid Solberg. “The repairs may cost $3.5 million.”',
      ]);
    },
  );

  test('a phrase in another order is not there', async () => {
    expect((await search('“quay eastern”')).kind).not.toBe('answer');
  });

  test('finds a phrase of words that an index leaves out', async () => {
    expect(shownIn(await search('"it was to be"'))).toEqual([]);
    expect(shownIn(await search('"may not"'))).toEqual([]);
    expect(shownIn(await search('"from their"'))[0]).toContain('*from their*');
  });

  test.each([
    ['fertiliser', 'fertiliser'],
    ['fertil', 'fertiliser'],
    ['fertilsier', 'fertiliser'],
    ['FERTILISERS', 'fertiliser'],
  ])('%s finds %s', async (typed, found) => {
    expect(shownIn(await search(typed))[0]).toContain(`*${found}*`);
  });

  test('all words must be there; where they are nowhere together, passages with some are related', async () => {
    expect((await search('warehouse fertiliser')).kind).toBe('answer');
    const reply = await search('fertiliser shipowner');
    expect(reply.kind).toBe('related');
    expect(shownIn(reply)).toHaveLength(2);
  });

  test.each([
    ['deeded', 'needed', 'The meadow was deeded to the town.'],
    ['quarrels', 'quarries', 'Two quarrels began at the weir.'],
    ['ballets', 'ballots', 'Nobody danced the ballets.'],
    ['stationery', 'stationary', 'They sold stationery.'],
  ])(
    'takes no %s for a slip of “%s” while any article holds it, however many have the other words',
    async (typed, other, holding) => {
      const texts = Array.from({ length: 85 }, (_, i) => `The public harbour was ${other} in year ${i}.`);
      const corpus = await buildTestCorpus(
        [...texts, holding].map((text, i) => ({ id: `article-${i}`, text: `${text}\n` })),
      );
      const words = `public harbour ${typed}`;
      expect((await searchWords(corpus, { words, source: undefined })).kind).toBe('related');
      expect((await searchWords(corpus, { words, source: 'article-0' })).kind).toBe('answer');
    },
  );

  test('keeps to one article', async () => {
    expect(new Set(excerptsOf(await search('fire', 'council')).map(({ article }) => article.id))).toEqual(
      new Set(['council']),
    );
  });

  test('refuses a search without a word', async () => {
    expect(await search('“”?!')).toEqual({
      kind: 'refused',
      reason: '““”?!” holds no word to look for; type at least one.',
    });
  });

  test('any three words in a row of a passage are found as a phrase', async () => {
    const places = fire.articles.flatMap((article) =>
      article.passages.map((passage) => ({
        article,
        words:
          article.text
            .slice(passage.start, passage.end)
            .match(/(?<![\p{L}\p{N}.,'’-])\p{L}+(?: \p{L}+){2}(?![\p{L}\p{N}'’-])/gu) ?? [],
      })),
    );
    const phrases = places.flatMap(({ article, words }) => words.map((phrase) => ({ article, phrase })));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...phrases), async ({ article, phrase }) => {
        const reply = await searchWords(fire, { words: `“${phrase}”`, source: article.id });
        expect(reply.kind).toBe('answer');
        expect(shownIn(reply).some((shown) => shown.includes(`*${phrase}*`))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('any search gives a reply whose highlights lie in their excerpts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (words) => {
        for (const { start, end, highlights } of excerptsOf(await search(words))) {
          for (const highlight of highlights) {
            expect(highlight.start >= start && highlight.end <= end && highlight.start < highlight.end).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
