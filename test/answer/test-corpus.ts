import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import { articleReader } from '../../src/extract/read-article.js';
import type { Reading } from '../../src/extract/reading.js';
import { loadNameModel } from '../../src/files/load-name-model.js';
import type { Corpus } from '../../src/library/corpus.js';
import { buildSearchIndex } from '../../src/search/build-search-index.js';

/** A corpus of articles given as text. */
export async function createTestCorpus(
  sources: readonly { readonly id: string; readonly text: string }[],
): Promise<Corpus> {
  const articles = sources.map(({ id, text }) =>
    createArticle({
      id,
      text,
      meta: { title: id, url: null, author: null, publisher: null, published: null, language: 'en' },
    }),
  );
  const read = articleReader(loadNameModel());
  const readings = new Map<Article, Reading>(articles.map((article) => [article, read(article)]));
  return {
    loadedAt: new Date(0),
    articles,
    problems: [],
    index: await buildSearchIndex(articles),
    findArticle: (id) => articles.find((article) => article.id === id),
    readingOf: (article) => {
      const reading = readings.get(article);
      if (reading === undefined) throw new Error(`${article.id} is not of this corpus`);
      return reading;
    },
  };
}
