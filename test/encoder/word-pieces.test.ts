import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readWordPieces } from '../../src/encoder/word-pieces.js';
import { tinyFile } from './tiny-model.js';

const wordPieces = readWordPieces(tinyFile('tokenizer.json'));

/** What the tokenizer of the training makes of some texts; its offsets are those of pieces, ours of their words. */
const EXPECTED = z
  .array(
    z.object({
      text: z.string(),
      ids: z.array(z.number()),
      offsets: z.array(z.tuple([z.number(), z.number()])),
    }),
  )
  .parse(JSON.parse(new TextDecoder().decode(tinyFile('pieces.json'))));

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' ', 'é', 'e\u0301', '\u00ad', '橋', '🦊'),
    ),
  )
  .map((parts) => parts.join(''));

describe('word pieces', () => {
  it.each(EXPECTED)('of $text are those of the training', ({ text, ids, offsets }) => {
    const pieces = wordPieces.split(text);
    expect(pieces.ids).toEqual(ids);
    for (const [i, [start, end]] of offsets.entries()) {
      expect(pieces.starts[i]).toBeLessThanOrEqual(start);
      expect(pieces.ends[i]).toBeGreaterThanOrEqual(end);
    }
  });

  it.each([
    ['Naïve café', ['Naïve', 'café']],
    ['Nai\u0308ve cafe\u0301 x', ['Nai\u0308ve', 'cafe\u0301', 'x']],
    ['the ha\u00adrbour\u00ad of', ['the', 'ha\u00adrbour', 'of']],
    ['🦊 the 👩‍👩‍👧', ['🦊', 'the', '👩‍👩‍👧']],
    ['橋は2024年に', ['橋', 'は2024', '年', 'に']],
    ['한국 (한국)', ['한국', '(', '한국', ')']],
    ['It’s 4.1%', ['It', '’', 's', '4', '.', '1', '%']],
    ['\u200bthe\ufeff pier', ['the', 'pier']],
  ])('of %j lie in the words as they stand there', (text, words) => {
    const { starts, ends } = wordPieces.split(text);
    const found = starts.map((start, i) => text.slice(start, ends[i]));
    expect(found.filter((_, i) => starts[i] !== starts[i - 1])).toEqual(words);
  });

  it('are counted, cut, and follow one another in any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(8), (text, most) => {
        const { ids, starts, ends } = wordPieces.split(text);
        expect(wordPieces.count(text)).toBe(ids.length);
        expect(wordPieces.split(text, most)).toEqual({
          ids: ids.slice(0, most),
          starts: starts.slice(0, most),
          ends: ends.slice(0, most),
        });
        for (const [i, start] of starts.entries()) {
          expect(ends[i]).toBeGreaterThan(start);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(start === starts[i - 1] || start >= (ends[i - 1] ?? 0)).toBe(true);
        }
      }),
    );
  });

  it('are the same when a text is cut at white space', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const together = wordPieces.split(`${one} ${other}`).ids;
        expect(together).toEqual([...wordPieces.split(one).ids, ...wordPieces.split(other).ids]);
      }),
    );
  });

  it('never take the words of a text for the marks between its parts', () => {
    const { ids } = wordPieces.split('[SEP] the [CLS]');
    expect(ids).not.toContain(wordPieces.separatorId);
    expect(ids).not.toContain(wordPieces.classId);
  });

  it.each([
    ['{', 'it is no tokenizer of uncased word pieces'],
    ['{"model": {"type": "BPE"}}', 'it is no tokenizer of uncased word pieces'],
  ])('are not made of %s', (text, reason) => {
    expect(() => readWordPieces(new TextEncoder().encode(text))).toThrow(reason);
  });
});
