import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOverlapping, type Span } from '../../src/article/span.js';
import { indexBySpan } from '../../src/extract/spans-nearby.js';

const span = fc
  .tuple(fc.nat(12_000), fc.nat(5_000))
  .map(([start, length]): Span => ({ start, end: start + length }));

it('finds among what is near a span all that touches it, in the order given', () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 20 }), span, (items, wanted) => {
      const found = indexBySpan(items, (own) => own)(wanted);
      const touching = items.filter((own) => own.some((one) => isOverlapping(one, wanted)));
      expect(found.filter((own) => touching.includes(own))).toEqual(touching);
      expect(found).toEqual(items.filter((own) => found.includes(own)));
    }),
  );
});
