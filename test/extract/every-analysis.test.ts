import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Span } from '../../src/article/span.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { fixtureArticles } from '../fixture-articles.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

function expectInside(article: Article, span: Span, what: string): void {
  const isInside = span.start >= 0 && span.start < span.end && span.end <= article.text.length;
  if (!isInside) throw new Error(`${what} ${span.start}–${span.end} is no stretch of ${article.id}`);
  const text = article.text.slice(span.start, span.end);
  expect(text.trim(), what).not.toBe('');
}

function expectInOrder(spans: readonly Span[], what: string): void {
  spans.forEach((span, i) => {
    expect(span.start, what).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
  });
}

/** Every span of an analysis lies within the text, holds something, and stands in the order that its contract says. */
function expectSoundAnalysis({ article, annotation, entities, attributions, facts }: Analysis): void {
  expectInOrder(annotation.tokens, 'tokens');
  for (const token of annotation.tokens) expectInside(article, token, 'token');
  for (const { name, aliases, descriptions, mentions } of entities) {
    expectInOrder(mentions, `mentions of ${name}`);
    for (const span of [...descriptions, ...mentions]) expectInside(article, span, `a mention of ${name}`);
    for (const form of [name, ...aliases]) expect(article.text).toContain(form);
  }
  for (const { content, cue, speaker } of attributions) {
    expect(content.length).toBeGreaterThan(0);
    expectInOrder(content, 'parts of a quotation');
    for (const span of [...content, cue, speaker, speaker?.behalf]) {
      if (span != null) expectInside(article, span, 'a quotation');
    }
  }
  for (const { value, counted, sentence, attribution, hedges } of facts) {
    expect(article.sentences).toContainEqual(
      expect.objectContaining({ start: sentence.start, end: sentence.end }),
    );
    for (const span of [value, counted, attribution, ...hedges]) {
      if (span !== null) expectInside(article, span, 'a fact');
    }
  }
}

const PIECES = [
  'Ada Finch',
  'Mayor Bo Reed',
  'He',
  'she',
  ' said',
  ' told ',
  ' that ',
  ' denied ',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  ', ',
  '. ',
  ': ',
  '?',
  '\n',
  '\n\n',
  '—',
  ' 48 ',
  '$3.5 million',
  '12%',
  'Friday',
  'Oct. 7, 2023',
  'nearly two years',
  '6’2"',
  'according to',
  'U.S.',
  'the',
  'former',
  ' of ',
  'Vesterhavn',
  'WHO',
  '(',
  ')',
  '🙂',
  'e\u0301',
  '\u00a0',
  '\u200f',
  '漢字。',
  '\u0000',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join('')),
);

describe('the analysis', () => {
  it('of every shipped and fixture article is sound', async () => {
    const articles = await fixtureArticles();
    expect(articles.length).toBeGreaterThan(3);
    for (const article of articles) expectSoundAnalysis(readArticle(article));
  });

  it.each(['en', 'de', 'ja', 'fr', 'ru', 'he', 'ar', 'zh', 'th'])(
    'of any text at all is sound (%s)',
    (language) => {
      const meta = {
        title: 'T',
        url: null,
        author: null,
        publisher: null,
        published: '2025-03-09',
        language,
      };
      fc.assert(
        fc.property(anyText, (text) =>
          expectSoundAnalysis(readArticle(createArticle({ id: 'a', meta, text }))),
        ),
        { numRuns: language === 'en' ? 150 : 60 },
      );
    },
  );
});
