import type { Corpus } from './corpus.js';

/** UTF-16 code units of text that are read ahead: half of what stays in memory (see `keepReadings`). */
const MOST_AHEAD = 3_000_000;

/**
 * Reads the articles of a corpus in the background, one at a time, so that the first questions about them do not wait for
 * it. Stops where `isServed` says that another corpus has taken its place.
 */
export async function readAhead(
  corpus: Pick<Corpus, 'articles' | 'read'>,
  isServed: () => boolean,
): Promise<void> {
  let length = 0;
  for (const article of corpus.articles) {
    length += article.text.length;
    if (length > MOST_AHEAD || !isServed()) return;
    await corpus.read(article);
  }
}
