import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { windowsOf } from '../../src/article/windows.js';
import { packArticles, unpackArticles } from '../../src/reading/kept-articles.js';
import { encodeText, KeptText } from '../../src/reading/kept-text.js';
import { doAtOnce } from '../../src/scheduling/give-way.js';
import { sketchArticle } from '../corpus-builder.js';

function unpack(articles: readonly (Article | null)[], isWanted: (number: number) => boolean = () => true) {
  const bytes = Buffer.concat(doAtOnce(packArticles(articles)));
  const whole = Buffer.from(new ArrayBuffer(bytes.length));
  bytes.copy(whole);
  return doAtOnce(unpackArticles(whole, isWanted));
}

/** Sentences, headings, quotations, letters of two and four bytes, and halves of characters. */
const pieces = fc.constantFrom(
  'The pier at Velmouth creaks. ',
  '\n\n',
  'Fähre',
  '港。',
  '🦊',
  '\ud83e',
  '“No,” ',
  'x',
);
const text = fc.array(pieces, { maxLength: 30 }).map((parts) => `Levy. ${parts.join('')}`);

describe('articles that are kept', () => {
  it('are the same again, whatever their texts, also when they are kept once more', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const articles = texts.map((one, i) => sketchArticle({ id: `a${i}`, text: one }));
        const again = unpack(articles);
        expect(again).toEqual(articles);
        expect(again?.map((one) => one && windowsOf(one))).toEqual(articles.map(windowsOf));
        expect(unpack(again ?? [])).toEqual(articles);
      }),
    );
  });

  it('are only those that are wanted, and keep their places beside those that are gone', () => {
    const [first, second] = [1, 2].map((n) =>
      sketchArticle({ id: `a${n}`, text: `The pier has ${n} posts.` }),
    );
    if (first === undefined || second === undefined) throw new Error('no articles');
    expect(unpack([first, null, second])).toEqual([first, null, second]);
    expect(unpack([first, null, second], (number) => number === 2)).toEqual([null, null, second]);
  });

  it('are none in bytes of another form', () => {
    for (const bytes of ['', 'abc', 'four sections?', '\u0004\0\0\0\u00ff\u00ff\0\0\0\0\0\0\0\0\0\0\0\0\0\0'])
      expect(doAtOnce(unpackArticles(Buffer.from(bytes), () => true))).toBeNull();
  });
});

describe('a text that is kept', () => {
  it('is decoded once while it is wanted, and again where many others were decoded since', () => {
    let decoded = 0;
    const keep = (own: string, onDecode = (): void => undefined): KeptText => {
      const { bytes, encoding } = encodeText(own);
      return new KeptText(() => {
        onDecode();
        return bytes;
      }, encoding);
    };
    const first = keep('The ferry sails.', () => {
      decoded += 1;
    });
    expect([first.text, first.text, decoded]).toEqual(['The ferry sails.', 'The ferry sails.', 1]);
    for (const letter of ['a', 'b']) expect(keep(letter.repeat(3_000_000)).text).toHaveLength(3_000_000);
    expect([first.text, decoded]).toEqual(['The ferry sails.', 2]);
  });
});
