import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { FULL_ROOM } from '../../src/library/memory-room.js';
import { readAhead } from '../../src/library/read-ahead.js';
import { buildTestCorpus } from '../corpus-builder.js';

const corpus = await buildTestCorpus([
  { id: 'a', text: 'The ferry left Merrow at noon.' },
  { id: 'b', text: 'The tide turned. '.repeat(600) },
  { id: 'c', text: 'The quay was mended.' },
]);

/** The corpus, with the ids of the articles that were read. */
function watch() {
  const asked: string[] = [];
  const read = (article: Article) => {
    asked.push(article.id);
    return corpus.read(article);
  };
  return { asked, corpus: { articles: corpus.articles, read } };
}

describe('reading ahead', () => {
  it('reads each article', async () => {
    const watched = watch();
    await readAhead(watched.corpus, () => true, FULL_ROOM.text);
    expect(watched.asked).toEqual(['a', 'b', 'c']);
  });

  it('stops where the corpus is served no more', async () => {
    const watched = watch();
    await readAhead(watched.corpus, () => watched.asked.length === 0, FULL_ROOM.text);
    expect(watched.asked).toEqual(['a']);
  });

  it('stops where there is no more room', async () => {
    const watched = watch();
    await readAhead(watched.corpus, () => true, 100);
    expect(watched.asked).toEqual(['a']);
  });
});
