import type { Span } from './span.js';

/** The first of `length` ordered places from which on something holds; `length` if it never does. */
export function firstWhere(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the last of ordered spans that begins at or before an offset; -1 if none does. */
export function lastBegunAt(spans: readonly Span[], offset: number): number {
  return firstWhere(spans.length, (place) => (spans[place]?.start ?? 0) > offset) - 1;
}

/** The one of ordered spans that holds an offset; undefined if it lies between them. */
export function spanAt<Own extends Span>(spans: readonly Own[], offset: number): Own | undefined {
  const span = spans[lastBegunAt(spans, offset)];
  return span !== undefined && offset < span.end ? span : undefined;
}
