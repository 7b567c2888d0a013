import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, nameSource } from '../../src/server/name-source.js';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

describe('the name of a source', () => {
  it.each([
    ['The levy: what now?', 'the-levy-what-now'],
    ['Öffnung der Brücke', 'offnung-der-brucke'],
    ['Порт закрыт', 'port-zakryt'],
    ['東京', 'dongjing'],
    [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word'],
  ])('of “%s” is made of its letters: %s', (title, name) => {
    expect(nameSource(title)).toBe(name);
  });

  it('of a title without letters or digits is made of its hash', () => {
    expect(nameSource('…')).toMatch(/^[a-z0-9-]+$/u);
    expect(nameSource('\u200b')).toMatch(/^source-[a-z0-9]+$/u);
  });

  it('can be typed, whatever the title, and a free one is none of those taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(12), (title, count) => {
        const name = nameSource(title);
        const taken = new Set<string>();
        for (let i = 0; i <= count; i += 1) {
          const free = freeName(name, taken);
          expect(free).toMatch(NAME);
          expect(free.length).toBeLessThanOrEqual(40);
          expect(taken.has(free)).toBe(false);
          taken.add(free);
        }
      }),
    );
  });
});
