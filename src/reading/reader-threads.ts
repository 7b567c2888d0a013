import type { Ending, ReaderThread } from './reader-thread.js';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.js';

/** Threads that read articles, each started when all others are busy; requests wait in the order in which they came. */
export class ReaderThreads {
  readonly #start: () => ReaderThread;
  readonly #most: number;
  readonly #all = new Set<ReaderThread>();
  readonly #idle: ReaderThread[] = [];
  readonly #waiting: ((thread: ReaderThread | null) => void)[] = [];
  #isClosed = false;

  constructor(start: () => ReaderThread, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** Asks a thread as `ReaderThread.ask` does; the wait for one that is free does not count. */
  async ask(
    request: ThreadRequest,
    milliseconds: number,
    take: (answer: ThreadAnswer) => boolean,
  ): Promise<Ending> {
    const thread = await this.#take();
    if (thread === null) return 'ended';
    try {
      return await thread.ask(request, milliseconds, take);
    } finally {
      this.#giveBack(thread);
    }
  }

  /** Ends all threads; what is under way or waits ends with them. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const wanted of this.#waiting.splice(0)) wanted(null);
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  /** A thread that is free; null once they are closed. */
  #take(): Promise<ReaderThread | null> {
    if (this.#isClosed) return Promise.resolve(null);
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.isAlive) return Promise.resolve(idle);
      this.#all.delete(idle);
    }
    if (this.#all.size < this.#most) return Promise.resolve(this.#add());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #add(): ReaderThread {
    const thread = this.#start();
    this.#all.add(thread);
    return thread;
  }

  #giveBack(thread: ReaderThread): void {
    if (!thread.isAlive) this.#all.delete(thread);
    const next = this.#waiting.shift();
    if (next !== undefined) next(thread.isAlive ? thread : this.#add());
    else if (thread.isAlive) this.#idle.push(thread);
  }
}
