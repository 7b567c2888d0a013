import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctSpelling } from '../../src/language/spelling.js';
import { findKeys, findWordKeys } from '../../src/language/word-keys.js';

describe('the keys of a word', () => {
  it.each([
    ['U.S.', ['us.']],
    ['US', ['us.']],
    ['us', []],
    ['U.N.', ['un']],
    ['two', ['2']],
    ['third', ['3th']],
    ['3rd', ['3th']],
    ['1,200', ['1200']],
    ['Sept.', ['septemb']],
    ['hostages', ['hostag']],
    ['Café', ['cafe']],
    ['the', []],
  ])('%s: %j', (word, keys) => {
    expect(findWordKeys(word).parts).toEqual(keys);
  });

  it('are those of its parts and of the whole for a hyphenated word', () => {
    expect(findWordKeys('cease-fire')).toEqual({ parts: ['ceas', 'fire'], whole: 'ceasefir' });
  });

  it('leave out possessive endings and the full stop of a sentence', () => {
    expect(findKeys('Velden’s harbour closed.')).toEqual(['velden', 'harbour', 'close']);
  });
});

describe('correcting a word', () => {
  it('finds the known word with the fewest slips', () => {
    expect(correctSpelling('netanyahoo', ['negotiate', 'netanyahu'])).toBe('netanyahu');
    expect(correctSpelling('harbuor', ['hardware', 'harbour'])).toBe('harbour');
  });

  it('leaves short words and words that are like none', () => {
    expect(correctSpelling('tal', ['talk'])).toBeNull();
    expect(correctSpelling('zeppelin', ['harbour'])).toBeNull();
  });

  it('undoes any one slip after the first letter of a long word', () => {
    fc.assert(
      fc.property(fc.nat({ max: 7 }), (at) => {
        const word = 'negotiator';
        const slip = word.slice(0, at + 1) + word.slice(at + 2);
        expect(correctSpelling(slip, ['harbour', word])).toBe(word);
      }),
    );
  });
});
