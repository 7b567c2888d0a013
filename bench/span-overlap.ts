import type { Span } from '../src/article/span.js';

/** Intersection over union of the characters of two lists of spans. */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  const common = commonLength(a, b);
  return common === 0 ? 0 : common / (lengthOf(a) + lengthOf(b) - common);
}

/** The share of the characters of some spans that are in others. */
export function shareWithin(inner: readonly Span[], outer: readonly Span[]): number {
  return commonLength(inner, outer) / Math.max(1, lengthOf(inner));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function commonLength(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a) {
    for (const other of b)
      common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return common;
}
