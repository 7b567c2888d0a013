import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.js';
import type { Reading } from '../extract/reading.js';
import { FULL_ROOM } from '../library/memory-room.js';

/** Readings that are worked out once. */
interface KeptReadings {
  readonly read: (article: Article) => Promise<Reading>;
  /** Keeps one that was worked out elsewhere. */
  readonly keep: (reading: Reading) => void;
}

/**
 * The same work, done once for an article: what a reload leaves unchanged is the same article, and is not read again. The
 * readings used longest ago are let go where more than `mostKept` UTF-16 code units of text were read; one that failed is tried
 * again the next time, but one that was given up is not, as it would take as long again.
 */
export function keepReadings(
  read: (article: Article) => Promise<Reading>,
  mostKept = FULL_ROOM.text,
): KeptReadings {
  const readings = new LRUCache<Article, Promise<Reading>>({
    maxSize: mostKept,
    sizeCalculation: (_, article) => article.text.length + 1,
  });
  return {
    read(article) {
      const known = readings.get(article);
      if (known !== undefined) return known;
      const reading = read(article);
      readings.set(article, reading);
      reading.catch(() => {
        if (readings.peek(article) === reading) readings.delete(article);
      });
      return reading;
    },
    keep: (reading) => void readings.set(reading.article, Promise.resolve(reading)),
  };
}
