import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { isWithin, type Span } from '../../src/article/span.js';
import { mayBeSaid } from '../../src/extract/may-be-said.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { fixtureArticles } from '../fixture-articles.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

/** What lies wholly in something that is said: all of it, its halves, its sentences and the passages in it. */
function stretchesSaid(article: Article): Span[] {
  const parts = readArticle(article).attributions.flatMap(({ content }) => content);
  return parts.flatMap((part) => {
    const middle = Math.floor((part.start + part.end) / 2);
    const units = [...article.sentences, ...article.passages].filter((unit) => isWithin(unit, part));
    return [part, { start: part.start, end: middle }, { start: middle, end: part.end }, ...units];
  });
}

function expectAllToBe(article: Article): void {
  for (const stretch of stretchesSaid(article))
    expect(mayBeSaid(article, stretch), textAt(article, stretch)).toBe(true);
}

function makeArticle(text: string, language = 'en'): Article {
  const meta = { title: 't', url: null, author: null, publisher: null, published: null, language };
  return createArticle({ id: 'made', meta, text });
}

/** Paragraphs that are somebody's words by marks, labels, dashes or verbs, and what only looks so. */
const PARAGRAPHS = [
  'Ada Finch, the mayor of Port Arden, opened the meeting. “The pier is closed,” she said. “It was sold.”',
  '“It goes on and on',
  '“And we will not have any. Nobody will.”',
  'We have no money. None at all.” Nils Berg sat down.',
  'Bo Lind: We left at dawn. It rained.',
  'Ada Finch: And came back at noon. Bo Lind: At one.',
  'Q: Who pays for it? A: Nobody does.',
  '— We leave, said Ida Moe. Now.',
  '– Nous partons. Demain.',
  'According to the log, the ferry sailed. The log said it came back.',
  'The council said that the road was closed.',
  'He asked: ‘Who pays?’ Nobody “did”.',
  'The road is closed, officials said',
];

describe('what may be somebody’s words as a whole', () => {
  it('is all that any attribution of the fixtures covers', async () => {
    for (const article of await fixtureArticles()) expectAllToBe(article);
  });

  it('is all that is said however paragraphs follow one another, in English and in others', () => {
    const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(paragraphs, fc.constantFrom('en', 'fr', 'de'), (chosen, language) =>
        expectAllToBe(makeArticle(chosen.join('\n\n'), language)),
      ),
      { numRuns: 60 },
    );
  });

  it('is no passage that goes beyond the marks in it, no sentence with its own verb of saying, and nothing outside the paragraphs', () => {
    const own = [
      'The council met. “Hardly.” It went home.',
      'Nils Berg said that the pier was closed.',
      '“It is dry,” said Bo Reed. “It was never a swamp.”',
      'Bo Lind: We left at dawn.',
    ];
    for (const text of own) {
      const article = makeArticle(`${text}\n\nIt rained.`);
      expect(mayBeSaid(article, { start: 0, end: text.length }), text).toBe(false);
      expect(mayBeSaid(article, { start: text.length, end: text.length + 2 }), text).toBe(false);
      expect(mayBeSaid(article, { start: 0, end: article.text.length }), text).toBe(false);
    }
  });
});
