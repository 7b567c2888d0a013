import type { ArticleMeta } from './article.js';
import { ARTICLE_LIMITS } from './limits.js';

/** What is said of an article, and how many characters each may have; a day is as long as it is. */
export const META_KEYS = [
  'title',
  'url',
  'author',
  'publisher',
  'language',
] as const satisfies (keyof ArticleMeta & keyof typeof ARTICLE_LIMITS)[];

/** The first value that is longer than it may be; undefined if none is. */
export function findLongValue(stated: Readonly<Record<string, unknown>>) {
  for (const key of META_KEYS) {
    const value = stated[key];
    const length = [value]
      .flat()
      .reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0);
    if (length > ARTICLE_LIMITS[key]) return { key, length, most: ARTICLE_LIMITS[key] };
  }
  return undefined;
}
