import type { Article } from '../article/article.js';
import { windowsOf } from '../article/windows.js';
import { type FoundWindow, findWindows } from './find-windows.js';
import { isReadable } from './is-readable.js';
import type { SearchIndex } from './search-index.js';

/**
 * Windows that are read for a question at most: of one article's questions the right window is among them for 0.99, of hundreds of articles
 * together for 0.95 of those about the news (`npm run eval -- finder`). An article with no more is read whole.
 */
const MOST_READ = 10;

/** Articles and their index, as a corpus has them. */
interface IndexedArticles {
  readonly articles: readonly Article[];
  readonly index: SearchIndex;
  findArticle(id: string): Article | undefined;
}

/** The windows to read for a question, in the order in which they are read: those that share most with it and, of an article that is short enough, all others behind them. */
export function chooseWindows(
  corpus: IndexedArticles,
  question: string,
  articleId: string | undefined,
): readonly FoundWindow[] {
  const named = articleId === undefined ? undefined : corpus.findArticle(articleId);
  const articles = (named === undefined ? corpus.articles : [named]).filter(isReadable);
  const found = findWindows(corpus.index, question, { articleId: named?.id, limit: MOST_READ }).filter(
    ({ article }) => isReadable(article),
  );
  const [only] = articles;
  if (articles.length !== 1 || only === undefined || windowsOf(only).length > MOST_READ) return found;
  const rest = windowsOf(only).filter((window) => !found.some((other) => other.window === window));
  return [...found, ...rest.map((window) => ({ article: only, window, score: 0 }))];
}
