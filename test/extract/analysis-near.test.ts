import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { isOverlapping, type Span } from '../../src/article/span.js';
import type { Analysis } from '../../src/extract/analysis.js';
import type { Speaker } from '../../src/extract/attribution.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { fixtureArticles } from '../fixture-articles.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

/** What an analysis tells at a place, in plain values: entities by their name and first mention. */
function toldAt({ attributions, terms, facts }: Analysis, place: Span) {
  const isThere = (span: Span | null): boolean => span !== null && isOverlapping(span, place);
  const plain = (speaker: Speaker | null) =>
    speaker && { ...speaker, entity: speaker.entity && [speaker.entity.name, speaker.entity.mentions[0]] };
  return {
    attributions: attributions
      .filter(({ content, cue, speaker }) => content.some(isThere) || isThere(cue) || isThere(speaker))
      .map((one) => ({ ...one, speaker: plain(one.speaker) })),
    terms: terms.filter(isThere),
    facts: facts.filter(({ value }) => isThere(value)).map((one) => ({ ...one, source: plain(one.source) })),
  };
}

/** Compares both at one of so many paragraphs. */
function expectSameNear(article: Article, oneOf = 1): void {
  const whole = readArticle(article);
  for (const place of article.paragraphs.filter((_, at) => at % oneOf === 0)) {
    const near = whole.near([place]);
    expect(toldAt(near, place), article.text.slice(place.start, place.end)).toEqual(toldAt(whole, place));
  }
}

function makeArticle(text: string): Article {
  const meta = { title: 't', url: null, author: null, publisher: null, published: null, language: 'en' };
  return createArticle({ id: 'made', meta, text });
}

/** Paragraphs in which who speaks is told by what stands before, or far away. */
const PARAGRAPHS = [
  'Ada Finch, the mayor of Port Arden, opened the meeting.',
  '“The pier is closed,” she said.',
  'He said the boats would wait. She said they would not.',
  '“We have no money,” said Nils Berg, 58, the harbour master.',
  'The 58-year-old said it was over.',
  '“And we will not have any.”',
  '“It goes on and on',
  'The mayor said that 12 boats had been lost on 3 May 2024.',
  'Nobody came.',
  'The ferry sailed three times, according to the log.',
  'Bo Lind: We left at dawn.',
  'Ada Finch: And came back at noon.',
  'She called it “a disgrace” and “a shame”.',
  'He denied that he had taken money.',
  'Who pays for it?',
  '“Nobody does.”',
  '— Ida Moe, crane driver',
  'The council met. “Hardly.” It went home.',
];

describe('reading what stands around a place', () => {
  it('tells the same as reading the whole article, in every article of the fixtures', async () => {
    const articles = await fixtureArticles();
    expect(articles.length).toBeGreaterThan(20);
    for (const article of articles) expectSameNear(article);
  });

  it('tells the same in one long article made of them all', async () => {
    const texts = (await fixtureArticles()).flatMap(({ text, meta }) =>
      meta.language === 'en' ? [text] : [],
    );
    expectSameNear(makeArticle(texts.join('\n\n')), 23);
  });

  it('tells the same however speakers follow one another', () => {
    const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 4, maxLength: 24 });
    fc.assert(
      fc.property(paragraphs, (chosen) => expectSameNear(makeArticle(chosen.join('\n\n')))),
      { numRuns: 12 },
    );
  });
});
