import type { FoundPassage } from 'local-discord';
import { type ExcerptPlace, findPlace } from '../answer/passage.js';
import type { Article } from '../article/article.js';

/** Where an excerpt that was cited is now; null if its article is not among these. */
export function locatePassage(articles: readonly Article[], place: ExcerptPlace): FoundPassage | null {
  const found = findPlace({ articles }, place);
  if (found.state === 'gone') return null;
  return { articleId: found.article.id, span: found.state === 'same' ? found.span : null };
}
