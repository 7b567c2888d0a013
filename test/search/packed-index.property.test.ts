import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { buildSearchIndex } from '../../src/search/build-search-index.js';
import type { PassageIndex } from '../../src/search/index/passage-index.js';
import { PostingsBuilder } from '../../src/search/index/postings.js';
import { PlaceRanker, type RankedPart } from '../../src/search/index/rank-places.js';

const WORDS = [
  'tide',
  'tidal',
  'harbour',
  'harbourmaster',
  'levy',
  'pier',
  'ferry',
  'ferryman',
  'salt',
  'saltgate',
];

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 });
const passage = fc.record({ own: words, title: words, heading: words });
const FIELD_WEIGHTS = [1, 0.3, 0.6];

function toPart(passages: readonly { own: string[]; title: string[]; heading: string[] }[]): RankedPart {
  const builder = new PostingsBuilder();
  const lengths = new Uint16Array(passages.length * 3);
  for (const [place, { own, title, heading }] of passages.entries())
    for (const [field, keys] of [own, title, heading].entries())
      lengths[place * 3 + field] = builder.add(keys, place, field);
  return { postings: builder.finish({ isMarked: true }), lengths, gone: null };
}

describe('the ranking of packed passages', () => {
  it('gives every passage the score that MiniSearch gives it, over however many parts', () => {
    fc.assert(
      fc.property(
        fc.array(passage, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(fc.constantFrom(...WORDS, 'zeppelin'), { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 12 }),
        (passages, keys, cut) => {
          const mini = new MiniSearch<{ id: number; own: string; title: string; heading: string }>({
            fields: ['own', 'title', 'heading'],
            tokenize: (text) => (text === '' ? [] : text.split(' ')),
            processTerm: (term) => term,
          });
          for (const [id, { own, title, heading }] of passages.entries())
            mini.add({ id, own: own.join(' '), title: title.join(' '), heading: heading.join(' ') });
          const expected = mini.search(keys.join(' '), {
            boost: { title: 0.3, heading: 0.6 },
            prefix: (term) => term.length >= 4,
            weights: { prefix: 0.3, fuzzy: 0 },
          });
          const at = Math.min(cut, passages.length);
          const parts = [toPart(passages.slice(0, at)), toPart(passages.slice(at))];
          const found = new PlaceRanker(parts, 3).rank({
            keys,
            fieldWeights: FIELD_WEIGHTS,
            isBegun: (key) => key.length >= 4,
            limit: 100,
          });
          const scores = new Map(
            found.map(({ part, place, score }) => [part === 0 ? place : at + place, score]),
          );
          expect([...scores.keys()].toSorted((a, b) => a - b)).toEqual(
            expected.map(({ id }) => Number(id)).toSorted((a, b) => a - b),
          );
          for (const { id, score } of expected) expect(scores.get(Number(id))).toBeCloseTo(score, 9);
          expect(found.map(({ score }) => score)).toEqual(
            found.map(({ score }) => score).toSorted((a, b) => b - a),
          );
        },
      ),
    );
  });
});

const LANGUAGES = ['en', 'de', 'ja'];
const TEXTS = [
  'The ferry left Saltgate at noon. The ferryman waved.',
  '# The levy\n\nThe harbour levy rose by two percent on Oct. 7, 2023.\n\nNobody paid.',
  'Captain Ilse Marrow hand-carried the 1,200 letters ashore.',
  'Die Fähre verließ den Hafen am Mittag.',
  '港のフェリーは正午に出た。',
  'The harbourmaster denied it. “The pier is closed,” he said.',
  'Tidal gates hold back the sea at Vellin.',
];

const sketch = fc.record({
  text: fc.shuffledSubarray(TEXTS, { minLength: 1 }).map((some) => some.join('\n\n')),
  language: fc.constantFrom(...LANGUAGES),
  title: fc.constantFrom('Harbour news', 'The pier', 'Notes'),
});

function toArticle(
  { text, language, title }: { text: string; language: string; title: string },
  id: number,
): Article {
  const meta = { title, url: null, author: null, publisher: null, published: null, language };
  return createArticle({ id: `a${id}`, meta, text });
}

const QUESTIONS = [
  'When did the ferry leave?',
  'harbour levy',
  'hand carried letters',
  'tid',
  'ferrymam',
  'Hafen',
  'フェリー',
  '1200',
  'the',
];

/** More than any of them has: which of equal ones a smaller limit cuts off is up to the order in which they were put in. */
const ALL = 1_000;

/** All that an index says to some questions; scores as far as floating point tells them apart. */
function answersOf(index: PassageIndex): unknown {
  return QUESTIONS.map((question) => [
    index.knows(question),
    byScore(
      index
        .findPassages(question, { limit: ALL })
        .map(({ article, passage: { start }, score }) => [article.id, start, score]),
    ),
    byScore(
      index
        .findAsides(question, { limit: ALL })
        .map(({ article, aside: { start }, score }) => [article.id, start, score]),
    ),
  ]);
}

function byScore(found: (readonly [string, number, number])[]): string[] {
  return found.map(([id, start, score]) => `${score.toFixed(6)} ${id} ${start}`).toSorted();
}

describe('an index that grows and shrinks', () => {
  it('answers as one built anew of the same articles, whatever was put in and taken out before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sketch, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 8 }), { minLength: 1, maxLength: 6 }),
        async (sketches, steps) => {
          const all = sketches.map(toArticle);
          let grown = await buildSearchIndex([]);
          for (const step of steps) {
            const served = all.filter((_, i) => step.includes(i));
            grown = await buildSearchIndex(served, grown.segments);
            expect(answersOf(grown)).toEqual(answersOf(await buildSearchIndex(served)));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps few segments, however many articles were put in one after the other', async () => {
    let index = await buildSearchIndex([]);
    const served: Article[] = [];
    for (let i = 0; i < 60; i += 1) {
      served.push(toArticle({ text: TEXTS[i % TEXTS.length] ?? '', language: 'en', title: `Note ${i}` }, i));
      index = await buildSearchIndex([...served], index.segments);
    }
    expect(index.segments.length).toBeLessThanOrEqual(4);
    expect(index.findPassages('Note 41', { limit: 1 })[0]?.article.id).toBe('a41');
  });
});
