import { setTimeout } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Reading } from '../extract/reading.js';
import type { Corpus } from './corpus.js';

/** The readings of articles, in their order, as far as they are there within some milliseconds; at least those that were there before. */
export async function readInTime(
  corpus: Pick<Corpus, 'read'>,
  articles: readonly Article[],
  milliseconds: number,
): Promise<Reading[]> {
  const ended = new AbortController();
  const late = setTimeout(milliseconds, null, { signal: ended.signal }).catch(() => null);
  const readings: Reading[] = [];
  for (const article of articles) {
    const reading = await Promise.race([corpus.read(article), late]);
    if (reading === null) break;
    readings.push(reading);
  }
  ended.abort();
  return readings;
}
