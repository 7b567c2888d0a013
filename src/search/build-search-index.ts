import type { Article } from '../article/article.js';
import { doInSlices } from '../scheduling/give-way.js';
import { indexArticle } from './index/index-article.js';
import type { IndexSegment } from './index/index-segment.js';
import { keepSegments } from './index/keep-segments.js';
import { PassageIndex } from './index/passage-index.js';
import type { ServedSegment } from './index/served-segment.js';

/** What was indexed of articles before their corpus is built, as in the thread that made them of their files; packed until it is wanted, as thousands may wait for others of their corpora. */
const indexed = new WeakMap<Article, () => IndexSegment>();

/** Hands in what the index is to have of an article, so that it need not be worked out again. */
export function rememberIndexed(article: Article, segment: () => IndexSegment): void {
  indexed.set(article, segment);
}

/** What was handed in of an article that no index has yet; undefined for nothing. */
export function indexedOf(article: Article): (() => IndexSegment) | undefined {
  return indexed.get(article);
}

/**
 * An index of the passages of articles. Scores are BM25+, comparable only within one result. The words of an article are read by the rules of its
 * language, those of a query by the rules of each language that the articles have. What an earlier index has of the same articles is taken from it, so that the work is in
 * proportion to what has changed. Gives way to other work.
 *
 * @throws ArticleFault if one of them cannot be indexed.
 */
export function buildSearchIndex(
  articles: readonly Article[],
  earlier: readonly ServedSegment[] = [],
): Promise<PassageIndex> {
  return doInSlices(buildInSteps(articles, earlier));
}

/** An article whose words could not be put into the index, with the error as its cause. */
export class ArticleFault extends Error {
  readonly article: Article;

  constructor(article: Article, cause: unknown) {
    super(`The article “${article.id}” cannot be indexed.`, { cause });
    this.article = article;
  }
}

function* buildInSteps(
  articles: readonly Article[],
  earlier: readonly ServedSegment[],
): Generator<undefined, PassageIndex> {
  const known = new Set(earlier.flatMap((served) => served.articles));
  const added: ServedSegment[] = [];
  for (const article of articles) {
    if (known.has(article)) continue;
    try {
      added.push({
        segment: indexed.get(article)?.() ?? (yield* indexArticle(article)),
        articles: [article],
      });
    } catch (error) {
      throw new ArticleFault(article, error);
    }
    yield;
  }
  const segments = yield* keepSegments(earlier, articles, added);
  for (const article of articles) indexed.delete(article);
  return new PassageIndex(segments);
}
