import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../packages/local-discord/test/arbitrary-text.js';
import { buildPageRow, turnPage } from '../../src/discord/controls/page-row.js';
import {
  decodePageState,
  encodePageState,
  type PageState,
  readPageButton,
} from '../../src/discord/controls/page-state.js';

const state: PageState = {
  command: 'search',
  options: { words: 'the “long” pier & 40% more', source: 'news/pier' },
  page: 2,
  userId: '123456789012345678',
  fingerprint: 'aB3-_9',
};

function idsOf(of: PageState): string[] {
  return (encodePageState(of) ?? []).map(({ customId }) => customId);
}

import { sayIn } from '../../src/messages/say.js';

describe('the state of a message’s pages', () => {
  it('comes back from the buttons, whatever the options', () => {
    const options = fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/u), hostileText, { maxKeys: 3 });
    fc.assert(
      fc.property(options, fc.nat(999), (given, page) => {
        const ids = idsOf({ ...state, options: given, page });
        if (ids.length > 0) expect(decodePageState(ids)).toEqual({ ...state, options: given, page });
        for (const id of ids) {
          expect(id.length).toBeLessThanOrEqual(100);
          expect(id).not.toMatch(/^\s|\s$|\p{Surrogate}/u);
        }
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('takes three buttons as a rule, five where it is long, and does not fit beyond', () => {
    expect(idsOf(state)).toHaveLength(3);
    expect(idsOf({ ...state, options: { words: 'w'.repeat(300) } })).toHaveLength(5);
    expect(encodePageState({ ...state, options: { words: 'w'.repeat(500) } })).toBeNull();
  });

  it('is null for buttons of something else', () => {
    expect(decodePageState(['other'])).toBeNull();
    expect(decodePageState([])).toBeNull();
    expect(decodePageState(['page:p:|', 'page:h:|', 'page:n:|'])).toBeNull();
    expect(decodePageState(['page:p:ask&-1&1&f|'])).toBeNull();
    expect(decodePageState(['page:p:ask&1&1&f&odd|'])).toBeNull();
    expect(readPageButton('page:x:|')).toBeNull();
  });
});

describe('the row of buttons', () => {
  it('offers only what there is', () => {
    const faces = (page: number): unknown =>
      buildPageRow({ ...state, page }, 3, sayIn('en'))?.components.map((button) => [
        'label' in button ? button.label : '',
        button.disabled,
      ]);
    expect(faces(0)).toEqual([
      ['Previous', true],
      ['Page 1 of 3', true],
      ['Next', false],
    ]);
    expect(faces(2)).toEqual([
      ['Previous', false],
      ['Page 3 of 3', true],
      ['Next', true],
    ]);
    expect(buildPageRow(state, 1, sayIn('en'))).toBeNull();
  });

  it('leads to a page that exists', () => {
    expect(turnPage('next', 0, 3)).toBe(1);
    expect(turnPage('next', 7, 3)).toBe(2);
    expect(turnPage('previous', 0, 3)).toBe(0);
    expect(turnPage('last', 0, 3)).toBe(2);
    expect(turnPage('first', 2, 3)).toBe(0);
  });
});
