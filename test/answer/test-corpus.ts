import { createArticle } from '../../src/article/create-article.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus } from '../../src/library/corpus.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';

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
  const build = corpusBuilder(readInPlace({ names: loadNameModel() }));
  return build({ articles, problems: [], loadedAt: new Date(0) });
}
