import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { findMarkdownBlocks } from '../../src/article/markdown.js';
import { estimatePieces, LARGEST_READ } from '../../src/article/pieces.js';
import { windowsOf } from '../../src/article/windows.js';

const meta = { title: 'harbour', url: null, author: null, publisher: null, published: null, language: 'en' };
const LONG =
  'The council of Saltgate voted on Tuesday to close the eastern harbour to all ships over 40 metres, after divers had found cracks in three of the nine piers that carry the quay.';

function read(text: string) {
  const article = createArticle({ id: 'harbour', meta, text, blocks: findMarkdownBlocks(text).blocks });
  return { article, windows: windowsOf(article) };
}

function textsOf(text: string): string[] {
  const { article, windows } = read(text);
  return windows.map((window) => textAt(article, window));
}

describe('the windows of an article', () => {
  it('join short paragraphs, so that "it" stands beside what it means', () => {
    expect(textsOf('The ferry opened in 1987.\n\nIt carries 300 people a day.')).toEqual([
      'The ferry opened in 1987.\n\nIt carries 300 people a day.',
    ]);
  });

  it('never go across a heading', () => {
    expect(
      textsOf('# Harbour\n\n## Opening\n\nIt opened in 1987.\n\n## Fares\n\nA ticket costs 4 crowns.'),
    ).toEqual(['It opened in 1987.', 'A ticket costs 4 crowns.']);
  });

  it('part a long paragraph between sentences', () => {
    const windows = textsOf(Array.from({ length: 9 }, () => LONG).join(' '));
    expect(windows.length).toBeGreaterThan(1);
    for (const window of windows) {
      expect(window.startsWith('The council')).toBe(true);
      expect(window.endsWith('quay.')).toBe(true);
    }
  });

  it('hold one sentence that is longer than all that is read at once', () => {
    const sentence = `${LONG.slice(0, -1)}, and ${LONG} `.repeat(3).replaceAll('. ', ' ').trim();
    expect(textsOf(`${sentence}.`)).toHaveLength(1);
  });

  it('hold each passage once, in order, and no more than is read at once, whatever the text', () => {
    const part = fc.constantFrom(
      LONG,
      'It rained.',
      '\n\n',
      ' ',
      '\n\n## Fares\n\n',
      'Ødegård said “no”.',
      '- 4.1 m\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { article, windows } = read(parts.join(''));
        expect(
          windows.flatMap(({ firstPassage, endPassage }) => article.passages.slice(firstPassage, endPassage)),
        ).toEqual(article.passages);
        for (const window of windows) {
          const sentences = article.sentences.slice(window.firstSentence, window.endSentence);
          expect(sentences.length).toBeLessThanOrEqual(LARGEST_READ.sentences);
          if (sentences.length > 1)
            expect(estimatePieces(textAt(article, window))).toBeLessThanOrEqual(LARGEST_READ.pieces + 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('estimates the pieces of a text alike, whether or not a character of two code units is in it', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('’', '“', '—', '…', '\u00a0', '\u0301', '٣', '港', 'ǅ', '\ud800'),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      // The fox behind it sends the whole text the slower way.
      expect(estimatePieces(text)).toBeCloseTo(estimatePieces(`${text} 🦊`) - 1, 9);
    }),
  );
});
