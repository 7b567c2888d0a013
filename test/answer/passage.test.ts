import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPassage, placeOf, showContext } from '../../src/answer/passage.js';
import type { Excerpt } from '../../src/bot/reply.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

const TEXT = `The mill at Orrin stopped in March.

Its wheel had turned for ninety years. Nobody had seen it still. The miller wept.

The council bought the building in May.

A museum is to open there.`;

let corpus: Corpus;
let excerpt: Excerpt;
beforeAll(async () => {
  corpus = await buildTestCorpus([{ id: 'mill', title: 'The mill', text: TEXT }]);
  excerpt = excerptAt('Nobody had seen it still.');
});

function excerptAt(words: string): Excerpt {
  const [article] = corpus.articles;
  if (article === undefined) throw new Error('There is an article.');
  const start = TEXT.indexOf(words);
  return { article, paragraph: 2, start, end: start + words.length, highlights: [], confidence: null };
}

describe('opening a passage', () => {
  it('shows the paragraph of the excerpt, with the excerpt highlighted', () => {
    const reply = openPassage(corpus, placeOf(excerpt));
    expect(reply).toMatchObject({ kind: 'answer', asked: 'The mill' });
    expect(shownIn(reply)).toEqual([
      'Its wheel had turned for ninety years. *Nobody had seen it still.* The miller wept.',
    ]);
  });

  it('shows both paragraphs where the excerpt reaches into the next', () => {
    const start = TEXT.indexOf('The miller');
    const end = TEXT.indexOf(' bought');
    expect(shownIn(openPassage(corpus, placeOf({ ...excerpt, start, end })))).toEqual([
      'Its wheel had turned for ninety years. Nobody had seen it still. *The miller wept.*',
      '*The council* bought the building in May.',
    ]);
  });

  it('says that the article has been taken away, and that it has been changed', async () => {
    const place = placeOf(excerpt);
    const without = await buildTestCorpus([{ id: 'other', title: 'Other', text: TEXT }]);
    expect(inEnglish(openPassage(without, place))).toEqual({
      kind: 'refused',
      reason:
        'The article that this stands in has been taken away since; ask again for what the articles say now.',
    });
    const changed = await buildTestCorpus([{ id: 'mill', title: 'The mill', text: `${TEXT}\n\nMore.` }]);
    expect(inEnglish(openPassage(changed, place))).toEqual({
      kind: 'refused',
      reason:
        '“The mill” has been changed since, so this passage is no longer as it was; ask again for what it says now.',
    });
  });

  it('needs nothing but the text and the id to be the same', async () => {
    const again = await buildTestCorpus([
      { id: 'mill', title: 'Another title', text: TEXT, publisher: 'Orrin Post' },
      { id: 'other', title: 'Other', text: TEXT },
    ]);
    expect(openPassage(again, placeOf(excerpt))).toMatchObject({ kind: 'answer', asked: 'Another title' });
  });
});

describe('more context', () => {
  it('shows the paragraph before and the one after as well', () => {
    expect(shownIn(showContext(corpus, placeOf(excerpt)))).toEqual([
      'The mill at Orrin stopped in March.',
      'Its wheel had turned for ninety years. *Nobody had seen it still.* The miller wept.',
      'The council bought the building in May.',
    ]);
  });

  it('ends where the article does', () => {
    expect(shownIn(showContext(corpus, placeOf(excerptAt('A museum'))))).toEqual([
      'The council bought the building in May.',
      '*A museum* is to open there.',
    ]);
  });
});

describe('a place in a button', () => {
  it('is short, and whatever is made of it shows nothing but the article’s own words', () => {
    const { article, span } = placeOf(excerpt);
    expect(article).toMatch(/^[\w-]{14}$/u);
    expect(span).toBe('24-2t');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a.toString(36)}-${b.toString(36)}`),
        ),
        fc.boolean(),
        (anything, isOpening) => {
          const reply = (isOpening ? openPassage : showContext)(corpus, { article, span: anything });
          if (reply.kind === 'refused') return;
          for (const shown of shownIn(reply)) expect(TEXT).toContain(shown.replaceAll('*', ''));
        },
      ),
    );
  });
});
