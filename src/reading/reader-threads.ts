import { FairQueue, type Length, type WaitingWork } from '../scheduling/fair-queue.js';
import { ownerNow } from '../scheduling/whose-work.js';
import type { ChoosePlaces, Ending, ReaderThread, TakeAnswer } from './reader-thread.js';
import type { ThreadRequest } from './thread-messages.js';

/** Milliseconds after which a thread that has nothing to do is ended, unless it is the only one: each takes some 110 MB, and a second to start. */
const IDLE = 60_000;

/**
 * Threads that read articles, each started when all others are busy, for whatever comes next: a thread takes a second to start, and most work is done sooner, so that
 * what waits takes the one that is free first. Servers take turns in them: one server has at most one long
 * piece of work in them at a time, and the last thread is kept for what is short and for others.
 */
export class ReaderThreads {
  readonly #start: () => ReaderThread;
  readonly #queue: FairQueue;
  readonly #all = new Set<ReaderThread>();
  /** With the clocks that end them. */
  readonly #idle = new Map<ReaderThread, NodeJS.Timeout>();
  readonly #timeout: number;
  /** What waits for a thread, no more than are being started. */
  readonly #wanting: ((thread: ReaderThread | null) => void)[] = [];
  #starting = 0;
  #isClosed = false;

  constructor(start: () => ReaderThread, most: number, timeout = IDLE) {
    this.#start = start;
    this.#timeout = timeout;
    const butOne = Math.max(1, most - 1);
    this.#queue = new FairQueue({ running: most, longRunning: butOne, ofServer: butOne, longOfServer: 1 });
  }

  /** Whether they are closed: what ends then was not given up for anything of its own. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** What waits for a thread. */
  get waiting(): WaitingWork {
    return this.#queue.waiting;
  }

  /** Asks a thread as `ReaderThread.ask` does; the wait for one that is free does not count. */
  async ask(
    request: ThreadRequest,
    length: Length,
    milliseconds: number,
    take: TakeAnswer,
    choosePlaces?: ChoosePlaces,
  ): Promise<Ending> {
    const ending = await this.#queue.run(ownerNow(), length, async () => {
      const thread = await this.#take();
      if (thread === null) return 'ended';
      try {
        return await thread.ask(request, milliseconds, take, choosePlaces);
      } finally {
        this.#offer(thread);
      }
    });
    return ending ?? 'ended';
  }

  /** Ends all threads; what is under way or waits ends with them. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const clock of this.#idle.values()) clearTimeout(clock);
    for (const give of this.#wanting.splice(0)) give(null);
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  /** The thread that is free first, as the queue lets no more work in than there may be threads; null once they are closed. */
  #take(): Promise<ReaderThread | null> | ReaderThread | null {
    if (this.#isClosed) return null;
    for (const [idle, clock] of [...this.#idle].toReversed()) {
      clearTimeout(clock);
      this.#idle.delete(idle);
      if (idle.isAlive) return idle;
      this.#all.delete(idle);
    }
    if (this.#wanting.length === this.#starting) void this.#startOne();
    return new Promise((give) => this.#wanting.push(give));
  }

  async #startOne(): Promise<void> {
    this.#starting += 1;
    const thread = this.#start();
    this.#all.add(thread);
    await thread.started;
    this.#starting -= 1;
    this.#offer(thread, true);
  }

  /** Gives a thread to what has waited longest, which is told if it could not be started; else has it wait for the next piece of work. */
  #offer(thread: ReaderThread, isNew = false): void {
    const give = thread.isAlive || isNew ? this.#wanting.shift() : undefined;
    if (give !== undefined) give(thread);
    else if (thread.isAlive) this.#rest(thread);
    else this.#all.delete(thread);
  }

  /** Has a thread wait for the next piece of work. */
  #rest(thread: ReaderThread): void {
    const clock = setTimeout(() => {
      if (this.#all.size === 1) return;
      this.#idle.delete(thread);
      this.#all.delete(thread);
      void thread.end();
    }, this.#timeout);
    this.#idle.set(thread, clock.unref());
  }
}
