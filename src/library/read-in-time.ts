import { setTimeout } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import type { Corpus } from './corpus.js';

/** The analyses of articles, in their order, as far as they are there within some milliseconds; at least those that were there before. */
async function readInTime(
  corpus: Pick<Corpus, 'read'>,
  articles: readonly Article[],
  milliseconds: number,
): Promise<Analysis[]> {
  const ended = new AbortController();
  const late = setTimeout(milliseconds, null, { signal: ended.signal }).catch(() => null);
  const analyses: Analysis[] = [];
  for (const article of articles) {
    const analysis = await Promise.race([corpus.read(article), late]);
    if (analysis === null) break;
    analyses.push(analysis);
  }
  ended.abort();
  return analyses;
}

/** The same corpus, which gives of several articles what is there within some milliseconds. */
export function inTime(corpus: Pick<Corpus, 'read'>, milliseconds: number): Pick<Corpus, 'readAll'> {
  return { readAll: (articles) => readInTime(corpus, articles, milliseconds) };
}
