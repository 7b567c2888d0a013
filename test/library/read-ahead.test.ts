import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { readAhead } from '../../src/library/read-ahead.js';
import { buildTestCorpus } from '../corpus-builder.js';

const corpus = await buildTestCorpus([
  { id: 'a', text: 'The ferry left Merrow at noon.' },
  { id: 'b', text: 'The tide turned. '.repeat(6_000) },
  { id: 'c', text: 'The quay was mended.' },
]);

/** The corpus, with the ids of the articles whose parts were worked out. */
function watch() {
  const read: string[] = [];
  const readingOf = (article: Article) => {
    const { annotation, entities, quotations, facts } = corpus.readingOf(article);
    return {
      article,
      annotation,
      entities,
      quotations,
      get facts() {
        read.push(article.id);
        return facts;
      },
    };
  };
  return { read, corpus: { articles: corpus.articles, readingOf } };
}

describe('reading ahead', () => {
  it('reads each article but one so long that others would wait for it', async () => {
    const watched = watch();
    await readAhead(watched.corpus, () => true);
    expect(watched.read).toEqual(['a', 'c']);
  });

  it('stops where the corpus is served no more', async () => {
    const watched = watch();
    await readAhead(watched.corpus, () => watched.read.length === 0);
    expect(watched.read).toEqual(['a']);
  });
});
