import type { Article } from '../../article/article.js';
import { countArticles } from './index-segment.js';
import { mergeSegments } from './merge-segments.js';
import { countServed, type ServedSegment } from './served-segment.js';

/** The share of a segment's articles that are served, from which it stays as it is; below, it is written anew without the others. */
const LEAST_SERVED = 0.5;

/** A segment is merged with the next smaller one if it has not so many times its articles: the number of segments grows with the logarithm of the articles. */
const TIMES = 3;

/**
 * The segments of what is served now, largest first: those there were, without the articles that are gone, and the new ones. An article is
 * merged a few times on its way into a large segment, so that putting one in takes work in proportion to it.
 */
export function* keepSegments(
  earlier: readonly ServedSegment[],
  articles: readonly Article[],
  indexed: readonly ServedSegment[],
): Generator<undefined, readonly ServedSegment[]> {
  const served = new Set(articles);
  const kept: ServedSegment[] = [];
  for (const one of earlier) {
    const left = withOnly(one, served);
    const count = countServed(left);
    if (count === 0) continue;
    kept.push(count < countArticles(one.segment) * LEAST_SERVED ? yield* mergeSegments([left]) : left);
    yield;
  }
  if (indexed.length > 0) kept.push(yield* mergeSegments(indexed));
  kept.sort((a, b) => countServed(b) - countServed(a));
  for (;;) {
    const at = kept.findLastIndex(
      (one, i) => i + 1 < kept.length && countServed(one) < TIMES * countServed(kept[i + 1] ?? one),
    );
    if (at === -1) return kept;
    kept.splice(at, 2, yield* mergeSegments(kept.slice(at, at + 2)));
    kept.sort((a, b) => countServed(b) - countServed(a));
  }
}

/** The same segment, with only those of its articles that are served; the same object if all are. */
function withOnly(one: ServedSegment, served: ReadonlySet<Article>): ServedSegment {
  if (one.articles.every((article) => article === null || served.has(article))) return one;
  return {
    segment: one.segment,
    articles: one.articles.map((article) => (article !== null && served.has(article) ? article : null)),
  };
}
