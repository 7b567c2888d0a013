import type { Analysis } from '../extract/analysis.js';
import type { Corpus } from './corpus.js';
import type { LoadProgress } from './load-progress.js';

/** What is told while articles of a corpus are read. */
export interface ReadingWatch {
  /** How far the reading of several articles is. */
  readonly onProgress: (progress: LoadProgress) => void;
  /** An analysis that was given up, each time that it is asked for. */
  readonly onGivenUp: (analysis: Analysis) => void;
  /** How far several were read if they could not all be waited for. */
  readonly onLeft: (progress: LoadProgress) => void;
}

/** The same corpus, which tells what becomes of its articles when they are read. */
export function watchReading(corpus: Corpus, { onProgress, onGivenUp, onLeft }: ReadingWatch): Corpus {
  const look = (analysis: Analysis): Analysis => {
    if (analysis.givenUp !== undefined) onGivenUp(analysis);
    return analysis;
  };
  return {
    ...corpus,
    read: async (article) => look(await corpus.read(article)),
    readNear: async (article, places) => look(await corpus.readNear(article, places)),
    readAll: async (articles, told = onProgress) => (await corpus.readAll(articles, told)).map(look),
    readLikeliest: async (articles, told = onProgress, left = onLeft) =>
      (await corpus.readLikeliest(articles, told, left)).map(look),
  };
}
