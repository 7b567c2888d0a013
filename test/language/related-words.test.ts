import { describe, expect, it } from 'vitest';
import { readAsset } from '../../src/files/assets.js';
import { parseRelatedWords } from '../../src/language/related-words.js';
import { findKeys } from '../../src/language/word-keys.js';
import { ASK_WEIGHTS } from '../../src/search/ask-models.js';

describe('the table of related words', () => {
  it('tells words for the same from kin and from broader words', () => {
    const words = parseRelatedWords(new TextEncoder().encode('kill murder|destroy|killer\nmurder kill\n'));
    expect(words.find('kill')).toEqual([
      { key: 'murder', nearness: 1 },
      { key: 'killer', nearness: 0.8 },
      { key: 'destroy', nearness: 0.6 },
    ]);
    expect(words.find('murder')).toEqual([{ key: 'kill', nearness: 1 }]);
    expect(words.find('boat')).toEqual([]);
  });

  const related = parseRelatedWords(readAsset(ASK_WEIGHTS.related));
  it.each([
    ['killed', 'slaughtered'],
    ['founded', 'established'],
    ['founded', 'founder'],
    ['Israeli', 'Israel'],
    ['French', 'France'],
    ['reported', 'according'],
    ['hostages', 'captives'],
    ['bought', 'purchased'],
  ])('as shipped, lets "%s" stand for "%s" and the other way round', (one, other) => {
    const [first = '', second = ''] = findKeys(`${one} ${other}`);
    expect(related.find(first).map(({ key }) => key)).toContain(second);
    expect(related.find(second).map(({ key }) => key)).toContain(first);
  });
});
