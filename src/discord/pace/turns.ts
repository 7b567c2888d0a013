/**
 * Lets users take turns: one piece of work of each runs at a time, and where more wait than may run, the next is that
 * of whoever has waited longest since their last. So somebody with many waits for themselves alone.
 */
export class Turns {
  /** Users with work waiting and none running, the next first. */
  readonly #ready: string[] = [];
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #running = new Set<string>();
  readonly #mostRunning: number;
  readonly #mostWaiting: number;

  /** `mostRunning` pieces run at once; `mostWaiting` of one user wait behind the one that runs. */
  constructor(mostRunning: number, mostWaiting: number) {
    this.#mostRunning = mostRunning;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs the work when it is its user's turn; null, at once, where too much of theirs waits already. */
  async run<Result>(userId: string, work: () => Promise<Result>): Promise<Result | null> {
    const waiting = this.#waiting.get(userId) ?? [];
    if (waiting.length >= this.#mostWaiting) return null;
    await new Promise<void>((resolve) => {
      this.#waiting.set(userId, [...waiting, resolve]);
      if (!this.#running.has(userId) && waiting.length === 0) this.#ready.push(userId);
      this.#begin();
    });
    try {
      return await work();
    } finally {
      this.#running.delete(userId);
      if (this.#waiting.has(userId)) this.#ready.push(userId);
      this.#begin();
    }
  }

  /** Begins what may run. */
  #begin(): void {
    while (this.#running.size < this.#mostRunning) {
      const userId = this.#ready.shift();
      if (userId === undefined) return;
      const [first, ...others] = this.#waiting.get(userId) ?? [];
      if (others.length > 0) this.#waiting.set(userId, others);
      else this.#waiting.delete(userId);
      this.#running.add(userId);
      first?.();
    }
  }
}
