import type { Article } from '../article/article.js';
import { findWindows } from './find-windows.js';
import type { SearchIndex } from './search-index.js';

/** Questions after which the engine has compiled what a question runs through. */
const TIMES = 50;

/** Looks for the titles of some articles in each of them, so that the first member who asks something does not wait, and have all others wait, until the code is compiled. A step after each. */
export function* askAhead({
  articles,
  index,
}: {
  readonly articles: readonly Article[];
  readonly index: SearchIndex;
}): Generator<undefined, void> {
  for (const { id, meta } of articles.slice(0, TIMES)) {
    findWindows(index, meta.title, { articleId: id, limit: 1 });
    yield;
  }
}
