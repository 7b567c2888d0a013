/** How often something may be done: `burst` times at once, and then once every `interval` milliseconds. */
export interface Pace {
  readonly burst: number;
  /** Milliseconds; 0 for no limit. */
  readonly interval: number;
}

/** Keys that are remembered; the one used longest ago goes first, which forgives whom it belongs to. */
const MOST_KEPT = 10_000;

/**
 * Token buckets by key, in memory. A bucket is one moment, that at which it is full again (the generic cell rate
 * algorithm: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm), so nothing has to be filled as time goes by.
 * Moments are milliseconds of one clock that never goes back.
 */
export class TokenBuckets {
  readonly #fullAt = new Map<string, number>();

  /** Milliseconds until the bucket has a token; 0 where it has one now. */
  wait(key: string, { burst, interval }: Pace, now: number): number {
    const fullAt = this.#fullAt.get(key) ?? now;
    return Math.max(0, fullAt - (burst - 1) * interval - now);
  }

  /** Takes a token, which the bucket must have (see `wait`). */
  take(key: string, { interval }: Pace, now: number): void {
    const fullAt = this.#fullAt.get(key) ?? now;
    this.#fullAt.delete(key);
    this.#fullAt.set(key, Math.max(fullAt, now) + interval);
    const [oldest] = this.#fullAt.keys();
    if (this.#fullAt.size > MOST_KEPT && oldest !== undefined) this.#fullAt.delete(oldest);
  }
}
