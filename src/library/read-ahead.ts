import { setTimeout } from 'node:timers/promises';
import type { Corpus } from './corpus.js';

/** UTF-16 code units of text that are read ahead: half of what stays in memory (see `articleReader`). */
const MOST_AHEAD = 3_000_000;

/** UTF-16 code units of an article at most: nobody is answered while one part is worked out, so a longer one waits for a question. */
const LONGEST_AHEAD = 100_000;

/** Milliseconds between two parts of an article, each of which takes up to 50 per 1,000 words: answers come first. */
const PAUSE = 20;

/**
 * Reads the articles of a corpus in the background, so that the first questions about them do not wait for it.
 * Stops where `isServed` says that another corpus has taken its place.
 */
export async function readAhead(
  corpus: Pick<Corpus, 'articles' | 'readingOf'>,
  isServed: () => boolean,
): Promise<void> {
  let length = 0;
  for (const article of corpus.articles) {
    if (article.text.length > LONGEST_AHEAD) continue;
    length += article.text.length;
    if (length > MOST_AHEAD) return;
    const reading = corpus.readingOf(article);
    const parts = ['annotation', 'entities', 'quotations', 'facts'] as const;
    for (const part of parts) {
      await setTimeout(PAUSE, undefined, { ref: false });
      if (!isServed()) return;
      void reading[part];
    }
  }
}
