import type { Span } from '../article/span.js';

/** Code units of a stretch of text that is looked up at once: a page. */
const STRETCH = 2048;

/**
 * Looks up the items that may touch a span, in their order, without a look at all others: in a book there are thousands. Each has its
 * spans by `spansOf`; what comes back has one in the same stretch of the text, and may touch the span or not.
 */
export function indexBySpan<Item>(
  items: readonly Item[],
  spansOf: (item: Item) => readonly Span[],
): (span: Span) => Item[] {
  const places = new Map<number, number[]>();
  for (const [place, item] of items.entries()) {
    for (const span of spansOf(item)) {
      for (const stretch of stretchesOf(span)) {
        const own = places.get(stretch);
        if (own === undefined) places.set(stretch, [place]);
        else if (own.at(-1) !== place) own.push(place);
      }
    }
  }
  return (span) => {
    const near = new Set(stretchesOf(span).flatMap((stretch) => places.get(stretch) ?? []));
    return [...near]
      .sort((a, b) => a - b)
      .map((place) => items[place])
      .filter((item) => item !== undefined);
  };
}

function stretchesOf({ start, end }: Span): number[] {
  const first = Math.floor(start / STRETCH);
  const last = Math.max(first, Math.floor(end / STRETCH));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
