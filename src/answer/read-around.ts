import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import { isTold } from '../extract/is-told.js';
import type { Corpus } from '../library/corpus.js';

/** A sentence of an article that is to be shown. */
interface ShownSentence {
  readonly article: Article;
  readonly sentence: Span;
}

/**
 * The analyses of the articles that these sentences are in, around them, as far as they tell of people. All at once: asked for one by one the second would wait
 * until the whole of its article is read.
 */
export async function readAround(corpus: Corpus, sentences: readonly ShownSentence[]): Promise<Analysis[]> {
  const places = new Map<Article, Span[]>();
  for (const { article, sentence } of sentences) {
    if (isTold('people', article)) places.set(article, [...(places.get(article) ?? []), sentence]);
  }
  return Promise.all([...places].map(([article, own]) => corpus.readNear(article, own)));
}
