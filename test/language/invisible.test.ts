import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/annotation.js';
import { findKeysIn } from '../../src/language/find-keyed-words.js';

describe('what nobody sees inside a word', () => {
  it.each([
    ['har\u00adbour mas\u00adter', 'harbour master', 'en'],
    ['the har\u200bbour', 'the harbour', 'en'],
    ['a \ufb01re in the o\ufb03ce', 'a fire in the office', 'en'],
    ['Ha\u00adfen\u00admeis\u00adter', 'Hafenmeister', 'de'],
    ['capi\u00adtaine du port', 'capitaine du port', 'fr'],
  ])('neither parts it nor hides it from a search: %j', (written, seen, language) => {
    expect(findKeysIn(written, language)).toEqual(findKeysIn(seen, language));
    const norms = (text: string): string[] => tokenize(text, language).map(({ norm }) => norm);
    expect(norms(written)).toEqual(norms(seen));
  });

  it('stays in the span of its word', () => {
    const text = 'The har\u00adbour mas\u00adter left.';
    expect(tokenize(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'har\u00adbour',
      'mas\u00adter',
      'left',
      '.',
    ]);
  });

  it('of any text leaves the tokens in order and within it', () => {
    const part = fc.constantFrom('har', 'bour', '\u00ad', '\u200b', '\ufb01', ' ', '.', 'é', '\ufeff');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of tokenize(text, 'en')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 50 },
    );
  });
});
