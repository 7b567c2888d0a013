/** What is under way, so that it can be finished before leaving. */
export class OngoingWork {
  readonly #running = new Set<Promise<void>>();
  #isLeaving = false;

  /** True once `finish` was called: what comes in now is turned away. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** Runs a task and keeps it until it has settled; a task sees to its own failures. */
  run(task: () => Promise<void>): Promise<void> {
    const running = task().finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  /** Resolves when nothing is under way any more, or after `timeout` milliseconds; true if all was finished. */
  async finish(timeout: number): Promise<boolean> {
    this.#isLeaving = true;
    let timer: NodeJS.Timeout | undefined;
    const outOfTime = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), timeout);
    });
    const isFinished = await Promise.race([this.#settle(), outOfTime]);
    clearTimeout(timer);
    return isFinished;
  }

  async #settle(): Promise<true> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    return true;
  }
}
