import type { Article } from '../article/article.js';
import { firstWhere } from '../article/binary-search.js';
import { isWithin, type Span } from '../article/span.js';

/** Paragraphs before and after a place that are read with it: further than an excerpt is widened. */
const BESIDE = 4;

/** Each place with the paragraphs around it: what has to be read of an article to show something there. */
export function placesAround(
  { paragraphs }: Pick<Article, 'paragraphs'>,
  places: readonly Span[],
  beside = BESIDE,
): Span[] {
  return places.map(({ start, end }) => {
    const first = firstWhere(paragraphs.length, (at) => (paragraphs[at]?.end ?? 0) > start);
    const after = firstWhere(paragraphs.length, (at) => (paragraphs[at]?.start ?? 0) >= end);
    return {
      start: Math.min(start, paragraphs[Math.max(0, first - beside)]?.start ?? start),
      end: Math.max(end, paragraphs[Math.min(paragraphs.length, after + beside) - 1]?.end ?? end),
    };
  });
}

/** Whether all of these places lie in stretches that were read. */
export function areRead(places: readonly Span[], read: readonly Span[]): boolean {
  return places.every((place) => read.some((stretch) => isWithin(place, stretch)));
}
