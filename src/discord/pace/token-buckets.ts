import { LRUCache } from 'lru-cache';

/** How often something may be done: `burst` times at once, and then once every `interval` milliseconds. */
export interface Pace {
  readonly burst: number;
  /** Milliseconds; 0 for no limit. */
  readonly interval: number;
}

/** Keys that are remembered; the one used longest ago goes first, which forgives whom it belongs to. */
const MOST_KEPT = 10_000;

/** When a bucket is full again, at the pace that it fills at. */
interface Bucket {
  readonly fullAt: number;
  readonly interval: number;
}

/**
 * Token buckets by key, in memory. A bucket is one moment, that at which it is full again (the generic cell rate
 * algorithm: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm), so nothing has to be filled as time goes by.
 * If the pace of a key changes, the tokens that it lacks stay the same, and come at the new pace from then on.
 * Moments are milliseconds of one clock that never goes back.
 */
export class TokenBuckets {
  readonly #buckets = new LRUCache<string, Bucket>({ max: MOST_KEPT });

  /** Milliseconds until the bucket has a token; 0 if it has one now. */
  wait(key: string, pace: Pace, now: number): number {
    return Math.max(0, this.#fullOf(key, pace, now) - (pace.burst - 1) * pace.interval - now);
  }

  /** Takes a token, which the bucket must have (see `wait`). */
  take(key: string, pace: Pace, now: number): void {
    const { interval } = pace;
    const fullAt = this.#fullOf(key, pace, now) + interval;
    this.#buckets.set(key, { fullAt, interval });
  }

  #fullOf(key: string, { interval }: Pace, now: number): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined || bucket.fullAt <= now) return now;
    if (bucket.interval === interval) return bucket.fullAt;
    const lacking = (bucket.fullAt - now) / bucket.interval;
    const fullAt = now + Math.ceil(lacking * interval);
    this.#buckets.set(key, { fullAt, interval });
    return fullAt;
  }
}
