import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Reading } from '../../src/extract/reading.js';
import { annotate } from '../../src/language/annotation.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildSearchIndex } from '../../src/search/build-search-index.js';

/** A corpus of articles given as text, their readings without people, quotations and facts. */
export function createTestCorpus(sources: readonly { readonly id: string; readonly text: string }[]): Corpus {
  const articles = sources.map(({ id, text }) =>
    createArticle({
      id,
      text,
      meta: { title: id, url: null, author: null, publisher: null, published: null, language: 'en' },
    }),
  );
  const readings = new Map<Article, Reading>(
    articles.map((article) => [
      article,
      { article, annotation: annotate(article), entities: [], quotations: [], facts: [] },
    ]),
  );
  return {
    loadedAt: new Date(0),
    articles,
    problems: [],
    index: buildSearchIndex(articles),
    findArticle: (id) => articles.find((article) => article.id === id),
    readingOf: (article) => {
      const reading = readings.get(article);
      if (reading === undefined) throw new Error(`${article.id} is not of this corpus`);
      return reading;
    },
  };
}
