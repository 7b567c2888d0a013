import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { findMarkdownBlocks } from '../../src/article/markdown.js';

const META = { title: 'T', url: null, author: null, publisher: null, published: null, language: 'en' };

function article(text: string): Article {
  return createArticle({ id: 'a', meta: META, text });
}

function sentences(text: string): string[] {
  const made = article(text);
  return made.sentences.map((sentence) => textAt(made, sentence));
}

function paragraphs(text: string): string[] {
  const made = article(text);
  return made.paragraphs.map((paragraph) => textAt(made, paragraph));
}

describe('the sentences of an article', () => {
  it.each([
    ['titles', ['Dr. Ada Finch met Mr. Reed.', 'They spoke.']],
    ['abbreviations before numbers', ['See Art. 5 and vol. IV, no. 12, of the rules.', 'They hold.']],
    ['words that look like them', ['She sold works of art.', 'Asked again, she said no.', 'Tom Reed left.']],
    ['initials', ['J. R. Vane left.', 'A. Finch stayed.']],
    ['countries', ['The U.S. President came.', 'He left the U.S. with the U.K. Foreign Secretary.']],
    ['months', ['It opened on Oct. 7, 2023.', 'It closed in Jan. that year.']],
    ['an abbreviation before a new sentence', ['She works for Vane Inc. and Reed Co.', 'The firm is old.']],
    ['decimals and amounts', ['It cost $3.5 million.', 'Then 2.4% more.']],
    [
      'a quotation with a question and its cue',
      ['“Why now?” he asked.', '“Because,” she said, “it is late!”', 'He left.'],
    ],
    ['a quotation that ends a sentence', ['He called it “a ruin.”', 'She did not.']],
    ['reference marks', ['It burned in 1805.[6]', 'It was rebuilt.']],
    ['an ellipsis inside', ['He waited … and waited.', 'Nobody came.']],
    ['a numbered item', ['1. The pier is closed.']],
    ['the pronoun I at an end', ['It was he and I.', 'They knew.']],
  ])('end where a reader ends them: %s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('go on over the line breaks of a wrapped paragraph', () => {
    expect(sentences('The pier burned\nall night. Nobody\nwas hurt.\n\nThe end.')).toEqual([
      'The pier burned\nall night.',
      'Nobody\nwas hurt.',
      'The end.',
    ]);
  });

  it('follow the full stops of other scripts', () => {
    expect(sentences('港が燃えた。誰も怪我をしなかった。')).toEqual([
      '港が燃えた。',
      '誰も怪我をしなかった。',
    ]);
  });
});

describe('the paragraphs of a plain text', () => {
  it('are its lines where most lines end a sentence', () => {
    expect(paragraphs('The pier burned.\nAs one man put it:\n“It is gone.”\n')).toEqual([
      'The pier burned.',
      'As one man put it:',
      '“It is gone.”',
    ]);
  });

  it('are parted by blank lines alone where lines are wrapped', () => {
    expect(paragraphs('The pier\nburned all\nnight.\r\n \t\r\nNobody was\nhurt.')).toEqual([
      'The pier\nburned all\nnight.',
      'Nobody was\nhurt.',
    ]);
  });

  it('are numbered from 1', () => {
    expect(article('One.\n\nTwo.').paragraphs.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('passages', () => {
  it('cut a long paragraph between sentences and miss none', () => {
    const made = article(
      Array.from({ length: 40 }, (_, i) => `Sentence number ${i} has seven words here.`).join(' '),
    );
    expect(made.passages.map(({ firstSentence, endSentence }) => [firstSentence, endSentence])).toEqual([
      [0, 12],
      [12, 24],
      [24, 36],
      [36, 40],
    ]);
  });
});

const PIECES = [
  'Ada Finch',
  ' said',
  '. ',
  '“',
  '”',
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '\u00a0',
  '?',
  '!',
  'Mr.',
  'U.S.',
  '3.5',
  '[1]',
  '…',
  '# ',
  '> ',
  '- ',
  '🙂',
  'e\u0301',
  '\u200f',
  '\u0000',
  '漢字。',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('any text at all', () => {
  it('gives paragraphs, sentences and passages in order, within one another, and none of white space', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isMarkdown) => {
        const made = isMarkdown
          ? createArticle({ id: 'a', meta: META, text, blocks: findMarkdownBlocks(text).blocks })
          : article(text);
        let end = 0;
        for (const paragraph of made.paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          expect(paragraph.end).toBeLessThanOrEqual(text.length);
          end = paragraph.start;
          for (const sentence of made.sentences.slice(paragraph.firstSentence, paragraph.endSentence)) {
            expect(sentence.start).toBeGreaterThanOrEqual(end);
            expect(sentence.end).toBeGreaterThan(sentence.start);
            expect(textAt(made, sentence).trim()).toBe(textAt(made, sentence));
            end = sentence.end;
          }
          expect(end).toBeLessThanOrEqual(paragraph.end);
          end = paragraph.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word of a plain text: what is outside every sentence and every line set aside is white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const made = article(text);
        let rest = text;
        const spans = [...made.sentences, ...made.asides].sort((a, b) => b.start - a.start);
        for (const { start, end } of spans) rest = rest.slice(0, start) + rest.slice(end);
        expect(rest.trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
