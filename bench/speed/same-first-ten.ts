import type { Article } from '../../src/article/article.js';
import { EVERYTHING, type FoundWords, findWords, readWordQuery } from '../../src/search/find-words.js';
import type { SearchIndex } from '../../src/search/search-index.js';

/** Passages that a search is compared by: two pages of its reply. */
const FIRST = 10;

/** Passages of all libraries together that are looked through for it, and the fewest and the most questions asked: each looks at whatever shares a word with it. */
const EFFORT = { passages: 2_000_000, fewest: 20, most: 100 };

/** For how many of some questions a search lists the same first passages, in the same order, as one that looks at everything. */
export interface SameFirstTen {
  readonly same: number;
  readonly of: number;
}

/** Compares what members get with what looking at everything that shares a word gives. */
export async function countSameFirstTen(
  corpus: { readonly index: SearchIndex; readonly articles: readonly Article[] },
  questions: readonly string[],
): Promise<SameFirstTen> {
  const passages = corpus.articles.reduce((sum, article) => sum + article.passages.length, 0);
  const count = Math.max(EFFORT.fewest, Math.min(EFFORT.most, Math.floor(EFFORT.passages / passages)));
  const asked = questions.slice(0, count);
  const scope = { articles: corpus.articles, articleId: undefined };
  let same = 0;
  for (const words of asked) {
    const query = readWordQuery(words);
    const given = nameFirst(await findWords(corpus, query, scope));
    if (given === nameFirst(await findWords(corpus, query, scope, EVERYTHING))) same += 1;
  }
  return { same, of: asked.length };
}

function nameFirst(found: readonly FoundWords[]): string {
  return JSON.stringify(found.slice(0, FIRST).map(({ article, passage }) => [article.id, passage.start]));
}
