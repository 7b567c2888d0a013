import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../packages/local-discord/test/arbitrary-text.js';
import { escapeLine, escapeMarkup, unescapeMarkup } from '../../src/discord/render/markup.js';
import { findUnread, readMarkup, readText } from './read-markup.js';

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

describe('escaping', () => {
  it('leaves nothing live in arbitrary text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeMarkup(text).replace(BREAKS, '\n');
        expect(readMarkup(escaped).flatMap(({ kinds }) => kinds)).toEqual([]);
        expect(findUnread(escaped)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('can be taken back, to the character', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
      }),
      { numRuns: 250 },
    );
  });

  it.each([
    ['@everyone and @here', '\\@everyone and \\@here'],
    ['<@1> <#2> <t:3:R> <:a:4>', '\\<\\@1\\> \\<\\#2\\> \\<t\\:3\\:R\\> \\<\\:a\\:4\\>'],
    ['[a](https://x.y) [b](https://x.y)', '\\[a\\](https\\://x.y) \\[b\\](https\\://x.y)'],
    [
      '# head\n-# small\n> quote\n- item\n12. item',
      '\\# head\n\\-\\# small\n\\> quote\n\\- item\n12\\. item',
    ],
    ['a well-known 3.5% at 12:30, he said: yes', 'a well-known 3.5% at 12\\:30, he said: yes'],
    ['||spoiler|| `code` ~~gone~~ \\', '\\|\\|spoiler\\|\\| \\`code\\` \\~\\~gone\\~\\~ \\\\'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkup(text)).toBe(escaped);
  });
});

describe('a line', () => {
  it('is on one line, within its limit, and reads as its text or the beginning of it', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 4, max: 120 }), (text, limit) => {
        const line = escapeLine(text, limit);
        const whole = flatten(text);
        expect(line.length).toBeLessThanOrEqual(limit);
        const read = unescapeMarkup(line);
        if (flatten(read) !== whole) {
          expect(read.endsWith('…')).toBe(true);
          expect(whole.startsWith(flatten(read.slice(0, -1)))).toBe(true);
        }
        expect(readText(line)).toBe(read);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 250 },
    );
  });

  it('is shortened at its end, never inside an escape', () => {
    expect(escapeLine('a **bold** claim', 8)).toBe('a \\*\\*…');
    expect(escapeLine('short', 5)).toBe('short');
    expect(escapeLine('turned \u202Eround', 20)).toBe('turned round');
    expect(escapeLine('broken \uD83D half', 20)).toBe('broken \uFFFD half');
  });
});

/** A text without changes of direction, all its white space alike. */
function flatten(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
