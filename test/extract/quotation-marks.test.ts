import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Span } from '../../src/article/span.js';
import { findMarkedSpans } from '../../src/extract/attributions/quotation-marks.js';

function toArticle(text: string, language: string): Article {
  const meta = { title: '-', url: null, author: null, publisher: null, published: null, language };
  return createArticle({ id: '-', meta, text });
}

function spansOf(text: string, language: string): Span[] {
  return findMarkedSpans(toArticle(text, language));
}

function marked(text: string, language = 'en'): string[] {
  const article = toArticle(text, language);
  return findMarkedSpans(article).map((span) => textAt(article, span));
}

describe('quotation marks', () => {
  it.each([
    ['curly', 'He said “yes” and “no”.', ['“yes”', '“no”']],
    ['straight', 'He said "yes" and "no".', ['"yes"', '"no"']],
    ['doubled single marks', "He said ''yes'' and ''no''.", ["''yes''", "''no''"]],
    ['a straight mark that closes a curly one', 'He said “yes" and left.', ['“yes"']],
    ['marks within marks', '“He said ‘no’ to me,” she said.', ['“He said ‘no’ to me,”']],
    ['the same marks within marks', 'She wrote “he said “no” to me” today.', ['“he said “no” to me”']],
    ['guillemets', 'He said «yes» and left.', ['«yes»']],
    ['feet and inches', 'He is 6\' 2" tall and wore a 5\'11" coat.', []],
    ['apostrophes', 'The workers’ boats and the ’90s weren’t lost, rock ’n’ roll’s gone.', []],
    ['apostrophes inside single marks', '‘We don’t know,’ he said.', ['‘We don’t know,’']],
    ['straight single marks', "'We don't know,' he said.", ["'We don't know,'"]],
    ['corner brackets', 'The ship 「Umi」 came in.', ['「Umi」']],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('an unclosed mark ends with its sentence and leaves the next paragraph alone', () => {
    expect(marked('He said “we will stay. Then he left.\n\nShe said “no” twice.')).toEqual([
      '“we will stay.',
      '“no”',
    ]);
  });

  it('single marks within an unclosed mark are part of it', () => {
    expect(marked('“We will leave‘ he said’ and left.')).toEqual(['“We will leave‘ he said’ and left.']);
  });

  it('no two spans overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      ...Array.from('“”"\'‘’‚«»„‹›「」'),
      "''",
      'We left',
      ' ',
      '. ',
      ', ',
      '\n\n',
      ' said',
    );
    const language = fc.constantFrom('en', 'de', 'fr', 'sv');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), language, (pieces, tag) => {
        let reached = 0;
        for (const { start, end } of spansOf(pieces.join(''), tag)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          reached = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('an unclosed mark runs to the end of its paragraph where the next one opens with a mark', () => {
    expect(marked('“We will stay. We said so.\n\n“We still say so.”')).toEqual([
      '“We will stay. We said so.',
      '“We still say so.”',
    ]);
  });

  it.each([
    ['de', 'Er sagte „ja“ und »nein«.', ['„ja“', '»nein«']],
    ['fr', 'Il a dit « oui » et “non”.', ['« oui »', '“non”']],
    ['sv', 'Hon sade ”ja” och gick.', ['”ja”']],
    ['pl', 'Powiedział „tak” i wyszedł.', ['„tak”']],
    ['ja', '彼は「はい」と言った。', ['「はい」']],
  ])('pairs as %s does', (language, text, expected) => {
    expect(marked(text, language)).toEqual(expected);
  });
});
