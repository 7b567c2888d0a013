import { Worker } from 'node:worker_threads';
import { giveWay } from '../scheduling/give-way.js';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.js';

const GO_ON: ThreadRequest = { kind: 'go-on' };

/** How a request ended: answered, given up after its time, or with the end of the thread. */
export type Ending = 'answered' | 'late' | 'ended';

/** Takes an answer and says whether it was the last; `renew` gives what is still to come its own milliseconds. */
export type TakeAnswer = (answer: ThreadAnswer, renew: (milliseconds: number) => void) => boolean;

/** A thread that reads articles, one at a time. It does not keep the program alive while it has nothing to do. */
export class ReaderThread {
  readonly #worker: Worker;
  readonly #started: Promise<void>;
  #isAlive = true;
  #isEnded = false;

  /** `memory` counts mebibytes for its objects; a thread that needs more is ended. */
  constructor(script: URL, memory: number) {
    this.#worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    this.#started = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve());
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) =>
        reject(new Error(`The thread that reads articles ended before it began (${code}).`)),
      );
    });
    // Whoever asks something of it is told.
    this.#started.catch(() => undefined);
    for (const event of ['error', 'exit'])
      this.#worker.on(event, () => {
        this.#isAlive = false;
      });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /**
   * Asks the thread and hands its answers on until `take` says that one was the last. Its time begins when the thread has
   * started, and anew where an answer says so; when it is over the thread is ended.
   *
   * @throws where the thread cannot be started.
   */
  async ask(request: ThreadRequest, milliseconds: number, take: TakeAnswer): Promise<Ending> {
    this.#worker.ref();
    try {
      await this.#started.catch((error: unknown) => {
        if (!this.#isEnded) throw error;
      });
      const ending = await this.#exchange(request, milliseconds, take);
      if (ending === 'late') await this.end();
      return ending;
    } finally {
      this.#worker.unref();
    }
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    this.#isAlive = false;
    this.#isEnded = true;
    await this.#worker.terminate();
  }

  #exchange(request: ThreadRequest, milliseconds: number, take: TakeAnswer): Promise<Ending> {
    if (!this.#isAlive) return Promise.resolve('ended');
    return new Promise((resolve) => {
      const finish = (ending: Ending): void => {
        clearTimeout(timer);
        this.#worker.off('message', onAnswer);
        this.#worker.off('exit', onExit);
        resolve(ending);
      };
      const onAnswer = (answer: ThreadAnswer): void => {
        const isLast = take(answer, (more) => {
          clearTimeout(timer);
          timer = setTimeout(() => finish('late'), more);
        });
        if (isLast) finish('answered');
        else void giveWay().then(() => this.#worker.postMessage(GO_ON));
      };
      const onExit = (): void => finish('ended');
      let timer = setTimeout(() => finish('late'), milliseconds);
      this.#worker.on('message', onAnswer);
      this.#worker.on('exit', onExit);
      this.#worker.postMessage(request);
    });
  }
}
