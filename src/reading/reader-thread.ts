import { Worker } from 'node:worker_threads';
import type { Span } from '../article/span.js';
import { processorTime } from '../files/processor-time.js';
import { giveWay } from '../scheduling/give-way.js';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.js';

/** How many times its limit a request may take by the clock, if the thread got less of the processor than it would have used. */
const WAITS_AT_MOST = 6;

/** Milliseconds between two looks at what a thread has used, at least. */
const SHORTEST_WAIT = 20;

/** Mebibytes for what a thread has just made: a quarter of what Node gives, with which reading takes as long. */
const YOUNG = 12;

/** How a request ended: answered, given up after its time, or with the end of the thread. */
export type Ending = 'answered' | 'late' | 'ended';

/** Takes an answer and says whether it was the last; `renew` gives what is still to come its own milliseconds. */
export type TakeAnswer = (answer: ThreadAnswer, renew: (milliseconds: number) => void) => boolean;

/** Which places of the article that is read are wanted before the rest of it; null for none. */
export type ChoosePlaces = () => readonly Span[] | null;

const NOWHERE: ChoosePlaces = () => null;

/** A thread that reads articles, one at a time. It does not keep the program alive while it has nothing to do. */
export class ReaderThread {
  readonly #worker: Worker;
  readonly #started: Promise<void>;
  #task: string | null = null;
  #isAlive = true;
  #isEnded = false;
  #isAsked = false;

  /** `memory` counts mebibytes for its objects; a thread that needs more is ended. */
  constructor(script: URL, memory: number) {
    this.#worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    });
    this.#started = new Promise((resolve, reject) => {
      this.#worker.once('message', (answer: ThreadAnswer) => {
        if (answer.kind === 'ready') this.#task = answer.task;
        resolve();
      });
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) =>
        reject(new Error(`The thread that reads articles ended before it began (${code}).`)),
      );
    });
    // Whoever asks something of it is told if it does not start.
    void this.started.then(() => {
      if (!this.#isAsked) this.#worker.unref();
    });
    for (const event of ['error', 'exit'])
      this.#worker.on(event, () => {
        this.#isAlive = false;
      });
  }

  /** Resolves once it has started, or will not any more. */
  get started(): Promise<void> {
    return this.#started.catch(() => undefined);
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /**
   * Asks the thread and hands its answers on until `take` says that one was the last; before each other one it is told what `choosePlaces` wants
   * first. Its time begins when the thread has started, and anew if an answer says so; when it is over the thread is ended. It is time on a processor, where the
   * system tells it, so that nothing is given up because the machine is busy; by the clock it is `WAITS_AT_MOST` times as long.
   *
   * @throws if the thread cannot be started.
   */
  async ask(
    request: ThreadRequest,
    milliseconds: number,
    take: TakeAnswer,
    choosePlaces = NOWHERE,
  ): Promise<Ending> {
    this.#isAsked = true;
    this.#worker.ref();
    try {
      await this.#started.catch((error: unknown) => {
        if (!this.#isEnded) throw error;
      });
      const ending = await this.#exchange(request, milliseconds, take, choosePlaces);
      if (ending === 'late') await this.end();
      return ending;
    } finally {
      this.#isAsked = false;
      this.#worker.unref();
    }
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    this.#isAlive = false;
    this.#isEnded = true;
    await this.#worker.terminate();
  }

  #exchange(
    request: ThreadRequest,
    milliseconds: number,
    take: TakeAnswer,
    choosePlaces: ChoosePlaces,
  ): Promise<Ending> {
    const goOn = (): ThreadRequest => ({ kind: 'go-on', places: choosePlaces() });
    if (!this.#isAlive) return Promise.resolve('ended');
    return new Promise((resolve) => {
      const finish = (ending: Ending): void => {
        stop();
        this.#worker.off('message', onAnswer);
        this.#worker.off('exit', onExit);
        resolve(ending);
      };
      const onAnswer = (answer: ThreadAnswer): void => {
        const isLast = take(answer, (more) => {
          stop();
          stop = this.#limit(more, () => finish('late'));
        });
        if (isLast) finish('answered');
        else void giveWay().then(() => this.#worker.postMessage(goOn()));
      };
      const onExit = (): void => finish('ended');
      let stop = this.#limit(milliseconds, () => finish('late'));
      this.#worker.on('message', onAnswer);
      this.#worker.on('exit', onExit);
      this.#worker.postMessage(request);
    });
  }

  /** Calls `late` when the thread has had its milliseconds from now on; the function that comes back calls it off. */
  #limit(milliseconds: number, late: () => void): () => void {
    const began = performance.now();
    const usedBefore = processorTime(this.#task);
    const left = (): number => {
      const used = processorTime(this.#task);
      if (usedBefore === null || used === null) return 0;
      const byClock = milliseconds * WAITS_AT_MOST - (performance.now() - began);
      return Math.min(milliseconds - (used - usedBefore), byClock);
    };
    const look = (): void => {
      const more = left();
      if (more <= 0) late();
      else timer = setTimeout(look, Math.max(more, SHORTEST_WAIT));
    };
    let timer = setTimeout(look, milliseconds);
    return () => clearTimeout(timer);
  }
}
