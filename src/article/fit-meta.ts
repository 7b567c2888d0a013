import { type Phrase, phrase } from '../messages/phrase.js';
import type { StatedMeta } from './front-matter.js';
import { ARTICLE_LIMITS } from './limits.js';
import { META_KEYS } from './long-value.js';

/** What a file says of itself as far as it is not longer than it may be, and what was passed over. */
export interface FittedMeta {
  readonly meta: StatedMeta;
  readonly notes: readonly Phrase[];
}

/** What a page or a heading says of its article, without what is longer than it may be: its author is not there to shorten it. */
export function fitMeta(stated: StatedMeta): FittedMeta {
  const excess = META_KEYS.flatMap((key) => {
    const length = stated[key]?.length ?? 0;
    return length > ARTICLE_LIMITS[key] ? [{ key, length, most: ARTICLE_LIMITS[key] }] : [];
  });
  const dropped = Object.fromEntries(excess.map(({ key }) => [key, null]));
  return {
    meta: { ...stated, ...dropped },
    notes: excess.map((values) => phrase('articles.page-value-long', values)),
  };
}
