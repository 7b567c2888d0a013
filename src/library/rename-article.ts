import type { Article } from '../article/article.js';
import { rememberTextKey, textKeyOf } from '../article/text-key.js';
import { listCuts, rememberCuts } from '../article/windows.js';
import { indexedOf, rememberIndexed } from '../search/build-search-index.js';

/** The article under another id, with what was worked out of it for the index; the same object if it has that id. */
export function renameArticle(article: Article, id: string): Article {
  if (article.id === id) return article;
  const renamed = { ...article, id };
  rememberTextKey(renamed, textKeyOf(article));
  rememberCuts(renamed, () => listCuts(article));
  const indexed = indexedOf(article);
  if (indexed !== undefined) rememberIndexed(renamed, indexed);
  return renamed;
}
