import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../packages/local-discord/test/arbitrary-text.js';
import { linkToPassage } from '../../src/discord/render/passage-link.js';

const PAGE = 'https://courier.example/pier';

describe('a link to a passage', () => {
  it.each([
    [PAGE, 'Forty boats, one harbour', `${PAGE}#:~:text=Forty%20boats%2C%20one%20harbour`],
    [PAGE, 'well-known “pier” & more', `${PAGE}#:~:text=well%2Dknown%20%E2%80%9Cpier%E2%80%9D%20%26%20more`],
    [PAGE, 'one two\n three', `${PAGE}#:~:text=one%20two%20three`],
    [`${PAGE}#news`, 'one', `${PAGE}#news:~:text=one`],
    [`${PAGE}#news:~:text=old`, 'one', `${PAGE}#news:~:text=one`],
    ['https://courier.example/a_(b)?q=(c)', 'one', 'https://courier.example/a_%28b%29?q=%28c%29#:~:text=one'],
    [PAGE, 'a b c d e f g h i j k l', `${PAGE}#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l`],
    [PAGE, '', PAGE],
  ])('from %j for %j is %j', (address, words, link) => {
    expect(linkToPassage(address, words)).toBe(link);
  });

  it('names fewer words, then none, where the address gets too long', () => {
    const long = `https://courier.example/${'a'.repeat(460)}`;
    expect(linkToPassage(long, 'one two three four five six seven eight nine ten eleven')).toBe(
      `${long}#:~:text=one,eleven`,
    );
    expect(linkToPassage(`${long}${'a'.repeat(20)}`, 'one two')).toBe(`${long}${'a'.repeat(20)}`);
  });

  it('is none for what is no page', () => {
    expect(linkToPassage('javascript:alert(1)', 'one')).toBeNull();
    expect(linkToPassage('pier', 'one')).toBeNull();
    expect(linkToPassage(`https://courier.example/${'a'.repeat(600)}`, 'one')).toBeNull();
  });

  it('never leaves its masked link, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        hostileText,
        (address, words) => {
          expect(linkToPassage(address, words) ?? '').toMatch(/^[^\s()<>\\]{0,512}$/u);
        },
      ),
      { numRuns: 100 },
    );
  });
});
