import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/article/create-article.js';
import type { Span } from '../../src/article/span.js';
import type { Excerpt } from '../../src/bot/reply.js';
import { narrowExcerpt } from '../../src/discord/render/narrow-excerpt.js';
import { quoteExcerpt } from '../../src/discord/render/quote-excerpt.js';
import { arbitraryArticle, arbitraryExcerpt } from './arbitrary-reply.js';
import { excerptOf, spanOf } from './harbour-article.js';
import { readMarkup } from './read-markup.js';
import { readQuote } from './read-message.js';

const META = { title: 'T', url: null, author: null, publisher: null, published: null, language: 'en' };

function excerptFrom(text: string, ...bold: readonly string[]): Excerpt {
  const article = createArticle({ id: 'a', text, meta: META });
  const highlights = bold.map((words) => spanOf(text, words));
  return { article, start: 0, end: text.length, paragraph: 1, highlights, confidence: null };
}

function quote(excerpt: Excerpt, limit = 1_000): string {
  return quoteExcerpt(excerpt, narrowExcerpt(excerpt, limit), '¹');
}

describe('a quoted excerpt', () => {
  it('is a block quote with its highlights in bold and its footnote mark', () => {
    expect(quote(excerptOf('She warned that 40 boats would have to move.', '40 boats'))).toBe(
      '> She warned that **40 boats** would have to move.\u00A0¹',
    );
  });

  it('shows the article’s own asterisks as asterisks, in bold too', () => {
    expect(quote(excerptOf('“We have waited *nine* years for this,”', 'waited *nine*'))).toBe(
      '> “We have **waited \\*nine\\*** years for this,”\u00A0¹',
    );
  });

  it('keeps line breaks, and bold on either side of them', () => {
    expect(quote(excerptFrom('one two\r\nthree four', 'two\r\nthree'))).toBe(
      '> one **two**\n> **three** four\u00A0¹',
    );
  });

  it('makes touching highlights one and leaves out empty ones', () => {
    const excerpt = excerptFrom('abcdef');
    const highlights = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 5, end: 5 },
    ];
    expect(quote({ ...excerpt, highlights })).toBe('> **abcd**ef\u00A0¹');
  });

  it('leaves white space out of bold', () => {
    expect(quote(excerptFrom('a  b', ' '))).toBe('> a  b\u00A0¹');
    expect(quote(excerptFrom('a b c', ' b '))).toBe('> a **b** c\u00A0¹');
  });

  it('is cut between words and says so', () => {
    expect(quote(excerptFrom('one two three four five six seven'), 22)).toBe('> one two three…\u00A0¹');
  });

  it('moves to the highlighted words when they stand late', () => {
    expect(quote(excerptFrom('one two three four five six seven eight nine ten', 'seven'), 30)).toBe(
      '> …six **seven** eight nine…\u00A0¹',
    );
  });

  it('keeps the first highlights when not all fit, and everything between them', () => {
    const excerpt = excerptFrom('one two three four five six seven eight nine', 'two', 'four', 'nine');
    expect(quote(excerpt, 40)).toBe('> one **two** three **four** five…\u00A0¹');
  });

  it('cuts text without spaces between characters', () => {
    expect(quote(excerptFrom('😀'.repeat(40)), 21)).toBe(`> ${'😀'.repeat(7)}…\u00A0¹`);
  });

  it('is shown by Discord as the excerpt, quoted, with the highlights and nothing else in bold', () => {
    fc.assert(
      fc.property(arbitraryArticle.chain(arbitraryExcerpt), (excerpt) => {
        const { article, start, end, highlights } = excerpt;
        const pieces = readMarkup(`**Heading**\n${quoteExcerpt(excerpt, { start, end }, '¹')}\n— speaker`);
        const quoted = pieces.filter(({ kinds }) => kinds[0] === 'blockQuote');
        expect(squeeze(quoted.map(({ text }) => text).join(''))).toBe(
          squeeze(`${article.text.slice(start, end)} ¹`),
        );
        const bold = quoted.filter(({ kinds }) => kinds.includes('strong'));
        expect(squeeze(bold.map(({ text }) => text).join(''))).toBe(
          squeeze(highlights.map((span) => article.text.slice(span.start, span.end)).join('')),
        );
      }),
      { numRuns: 250 },
    );
  });

  it('takes no more room than it may, reads as one stretch of the article, and keeps a highlight that fits', () => {
    const cases = arbitraryArticle.chain((article) =>
      fc.tuple(arbitraryExcerpt(article), fc.integer({ min: 40, max: 400 })),
    );
    fc.assert(
      fc.property(cases, ([excerpt, limit]) => {
        const shown = narrowExcerpt(excerpt, limit);
        const markup = quoteExcerpt(excerpt, shown, '¹');
        expect(markup.length).toBeLessThanOrEqual(limit + '> ……¹ '.length);
        expect(shown.start).toBeGreaterThanOrEqual(excerpt.start);
        expect(shown.end).toBeLessThanOrEqual(excerpt.end);
        expect(readQuote(markup)).toBe(
          [
            shown.start > excerpt.start ? '…' : '',
            excerpt.article.text
              .slice(shown.start, shown.end)
              .replace(/[\s\u0085]+$/u, '')
              .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu, '\n'),
            shown.end < excerpt.end ? '…' : '',
          ].join(''),
        );
        const [first] = excerpt.highlights;
        if (first !== undefined && first.end > first.start && isShort(first, limit)) {
          expect(shown.start).toBeLessThanOrEqual(first.start + leadingSpace(excerpt, first));
          expect(shown.end).toBeGreaterThanOrEqual(first.end - trailingSpace(excerpt, first));
        }
      }),
      { numRuns: 250 },
    );
  });
});

/** A text without its white space, which bold leaves out at its ends and a quote shows otherwise. */
function squeeze(text: string): string {
  return text.replace(/[\s\u0085]/gu, '');
}

/** Whether a highlight is so short that every character could be escaped and there were still room. */
function isShort(span: Span, limit: number): boolean {
  return (span.end - span.start) * 8 + 16 < limit;
}

function leadingSpace({ article }: Excerpt, { start, end }: Span): number {
  return article.text.slice(start, end).length - article.text.slice(start, end).trimStart().length;
}

function trailingSpace({ article }: Excerpt, { start, end }: Span): number {
  return article.text.slice(start, end).length - article.text.slice(start, end).trimEnd().length;
}
