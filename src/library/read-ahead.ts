import type { Corpus } from './corpus.js';

/**
 * Reads the articles of a corpus in the background, one at a time, so that the first questions about them do not wait for
 * it. Stops if `isServed` says that another corpus has taken its place, and after `most` UTF-16 code units of text.
 */
export async function readAhead(
  corpus: Pick<Corpus, 'articles' | 'read'>,
  isServed: () => boolean,
  most: number,
): Promise<void> {
  let length = 0;
  for (const article of corpus.articles) {
    length += article.text.length;
    if (length > most || !isServed()) return;
    await corpus.read(article);
  }
}
