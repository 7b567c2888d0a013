import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import { areRead, placesAround } from '../extract/places-around.js';

/** Paragraphs around a place that must have been read for it: as many less than are read as a sentence is widened by when it is shown. */
const ENOUGH_BESIDE = 2;

/** What was read of an article, and around which places. */
interface Near {
  readonly places: readonly Span[];
  readonly reading: Promise<Analysis>;
}

/** Readings of single places of articles that nobody has asked for as a whole: what one question shows of an article takes less than half of what all of it takes. */
export class NearReadings {
  readonly #read: (article: Article, places: readonly Span[]) => Promise<Analysis>;
  readonly #known: LRUCache<Article, Near>;

  /** `mostKept` counts UTF-16 code units of the articles whose readings stay. */
  constructor(read: (article: Article, places: readonly Span[]) => Promise<Analysis>, mostKept: number) {
    this.#read = read;
    this.#known = new LRUCache({
      maxSize: mostKept,
      sizeCalculation: (_, { text }) => text.length + 1,
    });
  }

  /** The reading near places; null if other places of the article were read before: then it is worth its whole reading. */
  find(article: Article, places: readonly Span[]): Promise<Analysis> | null {
    const known = this.#known.get(article);
    if (known !== undefined)
      return areRead(placesAround(article, places, ENOUGH_BESIDE), known.places) ? known.reading : null;
    const around = placesAround(article, places);
    const near = { places: around, reading: this.#read(article, around) };
    this.#known.set(article, near);
    near.reading.catch(() => {
      if (this.#known.get(article) === near) this.#known.delete(article);
    });
    return near.reading;
  }
}
