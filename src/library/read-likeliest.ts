import { setTimeout } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import { actFor, NOBODY } from '../scheduling/whose-work.js';
import type { Corpus } from './corpus.js';
import type { LoadProgress } from './load-progress.js';

/** Articles that are waited for, however long it takes: some half a second of work, which a hundred servers may ask for at the same moment. */
const AT_LEAST = 4;

/** Milliseconds that the others are waited for. */
const TIMEOUT = 1_000;

/**
 * The analyses of articles, likeliest first: of the first few in any case, of the others as far as they are there in time. What is left is told to `onLeft`, and read behind
 * it for whoever asks next, one at a time and not in the name of who asked, so that nobody's next question waits for it.
 */
export async function readLikeliest(
  corpus: Pick<Corpus, 'read' | 'readAll'>,
  articles: readonly Article[],
  onLeft: (progress: LoadProgress) => void = () => undefined,
  timeout = TIMEOUT,
): Promise<Analysis[]> {
  const analyses = await corpus.readAll(articles.slice(0, AT_LEAST));
  const others = articles.slice(AT_LEAST);
  const ended = new AbortController();
  const late = setTimeout(timeout, null, { signal: ended.signal }).catch(() => null);
  for (const [place, article] of others.entries()) {
    const analysis = await Promise.race([corpus.read(article), late]);
    if (analysis === null) {
      onLeft({ read: analyses.length, of: articles.length });
      void actFor(NOBODY, () => readOneByOne(corpus, others.slice(place)));
      break;
    }
    analyses.push(analysis);
  }
  ended.abort();
  return analyses;
}

/** Whoever asks for one again is told of what fails. */
async function readOneByOne(corpus: Pick<Corpus, 'read'>, articles: readonly Article[]): Promise<void> {
  for (const article of articles) await corpus.read(article).catch(() => undefined);
}
