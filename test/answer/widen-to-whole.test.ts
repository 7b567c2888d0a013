import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widenToWhole } from '../../src/answer/widen-to-whole.js';
import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';

const meta = { title: 'quay', url: null, author: null, publisher: null, published: null, language: 'en' };
const read = readWith({ names: loadNameModel() });

function readText(text: string): Analysis {
  const article: Article = createArticle({ id: 'quay', meta, text });
  return read(article);
}

/** What is shown for the sentence that begins with the given words. */
function shownFor(text: string, beginning: string): string {
  const analysis = readText(text);
  const sentence = analysis.article.sentences.find(({ start }) => text.startsWith(beginning, start));
  if (sentence === undefined) throw new Error(`No sentence begins with "${beginning}".`);
  const { start, end } = widenToWhole(analysis, sentence);
  return text.slice(start, end);
}

const SAID =
  'The quay closed in May. “We had no choice. The piles were rotten, and it sank,” Ada Quill said. Nobody was hurt.';
const LED_IN =
  'The quay closed in May.\n\nAs one boatman put it:\n\n“The sea wins. It always does.”\n\nNobody was hurt.';

describe('an excerpt', () => {
  it('shows after a lead-in what it leads in, to the end of the quotation', () => {
    expect(shownFor(LED_IN, 'As one boatman')).toBe(
      'As one boatman put it:\n\n“The sea wins. It always does.”',
    );
  });

  it('shows after a lead-in the next sentence where nobody is quoted', () => {
    expect(shownFor('There was one reason: \nThe piles were rotten. It rained.', 'There was')).toBe(
      'There was one reason: \nThe piles were rotten.',
    );
  });

  it('does not begin in the middle of a quotation', () => {
    expect(shownFor(SAID, 'The piles')).toBe(
      '“We had no choice. The piles were rotten, and it sank,” Ada Quill said.',
    );
  });

  it.each([
    ['Did the mayor swim? Hardly. He waved.', 'Hardly', 'Did the mayor swim? Hardly.'],
    ['Would it hold? Never! So they left.', 'Never', 'Would it hold? Never!'],
    ['They asked him twice. “No.” He left.', '“No.”', 'They asked him twice. “No.”'],
    [
      'Ink runs beyond the trim. This is known as a “bleed.” Printers allow for it.',
      'This is',
      'Ink runs beyond the trim. This is known as a “bleed.”',
    ],
    [
      'The piles rot. That means a new quay. It rained.',
      'That means',
      'The piles rot. That means a new quay.',
    ],
    [
      'He drank it all. These were his words. It rained.',
      'These were',
      'He drank it all. These were his words.',
    ],
    ['The quay sank. This quay is new. It rained.', 'This quay', 'This quay is new.'],
    ['It rained.\n\nHardly. He waved.', 'Hardly', 'Hardly.'],
  ])(
    'shows one word, and what only points back, with the sentence before in its paragraph: %s',
    (text, beginning, shown) => {
      expect(shownFor(text, beginning)).toBe(shown);
    },
  );

  it('stays the sentence where it is whole, and at the end of the article', () => {
    expect(shownFor(SAID, 'The quay')).toBe('The quay closed in May.');
    expect(shownFor('It rained. There was one reason:', 'There was')).toBe('There was one reason:');
  });

  it('stays the sentence where what it leads in is too long to show', () => {
    expect(
      shownFor(`There was one reason:\n\n${'The piles were rotten and '.repeat(30)}it rained.`, 'There was'),
    ).toBe('There was one reason:');
  });

  it('is made of whole sentences and holds its own, whatever the text', () => {
    const piece = fc.constantFrom(
      'The quay sank',
      '“We left',
      ' it said:',
      '.',
      '. ',
      ',” she said. ',
      '\n\n',
      '”',
      ' “',
      ': ',
      '" ',
      'No',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const analysis = readText(pieces.join(''));
        const { sentences } = analysis.article;
        for (const sentence of sentences) {
          const { start, end } = widenToWhole(analysis, sentence);
          expect(start).toBeLessThanOrEqual(sentence.start);
          expect(end).toBeGreaterThanOrEqual(sentence.end);
          expect(sentences.some((one) => one.start === start)).toBe(true);
          expect(sentences.some((one) => one.end === end)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
