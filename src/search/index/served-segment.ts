import type { Article } from '../../article/article.js';
import { countArticles, type IndexSegment } from './index-segment.js';

/** A segment with the articles that it is about, each under its number; null for one that is not served any more. */
export interface ServedSegment {
  readonly segment: IndexSegment;
  readonly articles: readonly (Article | null)[];
}

/** How many of the articles of a segment are served. */
export function countServed({ articles }: Pick<ServedSegment, 'articles'>): number {
  let count = 0;
  for (const article of articles) if (article !== null) count += 1;
  return count;
}

/** For each place of a segment whether its article is gone; null if none is. `starts` are the segment's for passages or asides. */
export function findGone({ segment, articles }: ServedSegment, starts: Uint32Array): Uint8Array | null {
  if (countServed({ articles }) === countArticles(segment)) return null;
  const gone = new Uint8Array(starts.at(-1) ?? 0);
  for (const [number, article] of articles.entries())
    if (article === null) gone.fill(1, starts[number] ?? 0, starts[number + 1] ?? 0);
  return gone;
}
