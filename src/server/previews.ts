import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.js';

/** What was made of a draft to be shown, which is then added without being made again. */
export interface Preview {
  readonly article: Article;
  /** The name that the article would have. */
  readonly name: string;
}

/** The previews of drafts by the drafts' ids. */
export type Previews = Pick<LRUCache<string, Preview>, 'get' | 'set' | 'delete'>;

/** UTF-16 code units of article text that are kept for drafts of all servers together: some tens of the longest. A draft whose preview is gone is made an article of again. */
const MOST_KEPT = 8_000_000;

/** A place for the previews of all servers. */
export function createPreviews(): Previews {
  return new LRUCache({ maxSize: MOST_KEPT, sizeCalculation: ({ article }) => article.text.length + 1 });
}
