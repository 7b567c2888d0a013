import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Reply } from '../../src/bot/reply.js';
import { arbitraryReply } from './arbitrary-reply.js';
import { expectExactQuotes, expectFitting, expectOnlyOurMarkup } from './check-reply.js';

function forAnyReply(check: (reply: Reply) => void): void {
  fc.assert(fc.property(arbitraryReply, check), { numRuns: 200 });
}

describe('any reply', () => {
  it('fits what Discord accepts', () => forAnyReply(expectFitting));

  it('has no live markup but ours', () => forAnyReply(expectOnlyOurMarkup));

  it('quotes and cites exact stretches of the articles', () => forAnyReply(expectExactQuotes));
});
