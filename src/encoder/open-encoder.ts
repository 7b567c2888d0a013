import type {
  Encoder,
  EncoderFailure,
  EncoderOutcome,
  EncoderStatus,
  ReaderWindow,
  RuntimeName,
} from './encoder.js';
import { type EncoderLimits, type EncoderOptions, LIMITS, THREADS } from './encoder-options.js';
import { EncoderProcess } from './encoder-process.js';
import type { ProcessAnswer } from './process-messages.js';
import { runtimesHere } from './runtimes-here.js';

/** A question that waits or is being read. */
interface Question {
  readonly id: number;
  readonly question: string;
  readonly windows: readonly ReaderWindow[];
  readonly settle: (outcome: EncoderOutcome) => void;
  /** Runs out while it waits, or while it is being read. */
  timer: NodeJS.Timeout;
  /** How often a process ended while it read this. */
  ends: number;
}

/** Times that a question is given to a process before it is taken to be what ends it. */
const MOST_TRIES = 2;

/**
 * A reader in a process of its own: if its native code crashes, that process ends and not the bot. It is started by the first
 * question or by `start`, and again when it has ended; a question that it was reading is read once more.
 */
export function openEncoder(options: EncoderOptions): Encoder {
  return new ProcessEncoder(options);
}

class ProcessEncoder implements Encoder {
  readonly #options: EncoderOptions;
  readonly #limits: EncoderLimits;
  readonly #threads: number;
  #runtimes: readonly RuntimeName[];
  #status: EncoderStatus = { kind: 'asleep' };
  #process: EncoderProcess | null = null;
  /** Resolves once all processes that were left to end are gone. */
  #abandoned: Promise<unknown> = Promise.resolve();
  /** Waits for the model to load, for the next start, or for the end of a pause. */
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting: Question[] = [];
  #current: Question | null = null;
  #lastId = 0;
  /** Ends of processes since one has read a question. */
  #ends = 0;
  /** Pauses since then. */
  #pauses = 0;

  constructor(options: EncoderOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#threads = options.threads ?? THREADS;
    this.#runtimes = options.runtime == null ? runtimesHere() : [options.runtime];
  }

  status(): EncoderStatus {
    return this.#status;
  }

  start(): void {
    if (this.#status.kind === 'asleep') this.#launch();
  }

  read(question: string, windows: readonly ReaderWindow[], signal?: AbortSignal): Promise<EncoderOutcome> {
    const refusal = this.#refusal(signal);
    if (refusal !== null) return Promise.resolve({ ok: false, reason: refusal });
    if (windows.length === 0) return Promise.resolve({ ok: true, windows: [] });
    this.start();
    return new Promise((resolve) => {
      this.#lastId += 1;
      const id = this.#lastId;
      const leave = (): void => this.#leave(asked);
      const settle = (outcome: EncoderOutcome): void => {
        clearTimeout(asked.timer);
        signal?.removeEventListener('abort', leave);
        resolve(outcome);
      };
      const timer = setTimeout(() => this.#giveUpWaiting(asked), this.#limits.wait);
      const asked: Question = { id, question, windows, settle, timer, ends: 0 };
      signal?.addEventListener('abort', leave);
      this.#waiting.push(asked);
      this.#goOn();
    });
  }

  async close(): Promise<void> {
    if (this.#status.kind === 'closed') return;
    clearTimeout(this.#timer);
    this.#change({ kind: 'closed' });
    this.#failAll('closed');
    this.#abandon();
    await this.#abandoned;
  }

  /** Why a question is not even begun with; null if it is. */
  #refusal(signal: AbortSignal | undefined): EncoderFailure | null {
    if (this.#status.kind === 'closed' || this.#status.kind === 'unavailable') return this.#status.kind;
    if (signal?.aborted === true) return 'cancelled';
    return this.#waiting.length >= this.#limits.waiting ? 'busy' : null;
  }

  #change(status: EncoderStatus): void {
    this.#status = status;
    this.#options.onStatus?.(status);
  }

  #launch(): void {
    this.#change({ kind: 'starting' });
    const { folder, script = new URL('./encoder-script.js', import.meta.url) } = this.#options;
    const load = { folder, threads: this.#threads, runtimes: this.#runtimes };
    const process: EncoderProcess = new EncoderProcess(script, load, {
      answered: (answer) => {
        if (process === this.#process) this.#hear(answer, process);
      },
      ended: (how) => {
        if (process === this.#process) this.#mourn(how);
      },
    });
    this.#process = process;
    this.#wait(this.#limits.loading, () => void process.end());
  }

  /** Does something later, instead of what was to be done later so far; the program does not stay alive for it. */
  #wait(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds).unref();
  }

  #hear(answer: ProcessAnswer, process: EncoderProcess): void {
    if (answer.kind === 'opened') {
      clearTimeout(this.#timer);
      this.#change({ kind: 'ready', runtime: answer.runtime, threads: this.#threads, pid: process.pid });
    } else if (answer.kind === 'unusable') {
      this.#abandon();
      this.#pause(answer.reason);
    } else if (answer.id === this.#current?.id) {
      const { settle } = this.#current;
      this.#current = null;
      this.#ends = 0;
      this.#pauses = 0;
      if (answer.kind === 'failed') this.#options.onFault?.(answer.stack);
      settle(
        answer.kind === 'read' ? { ok: true, windows: answer.windows } : { ok: false, reason: 'failed' },
      );
    }
    this.#goOn();
  }

  /** Gives the next question to the process, if that is ready and has none. */
  #goOn(): void {
    if (this.#status.kind !== 'ready' || this.#current !== null) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    clearTimeout(next.timer);
    const { id, question, windows } = next;
    next.timer = setTimeout(() => this.#giveUpReading(next), this.#limits.reading(windows.length));
    this.#current = next;
    this.#process?.ask({ kind: 'read', id, question, windows });
  }

  /** The process has ended by itself: the question that it read is read once more, unless it has been by then. */
  #mourn(how: string): void {
    const wasLoaded = this.#status.kind === 'ready';
    const interrupted = this.#current;
    this.#current = null;
    this.#process = null;
    if (interrupted !== null) {
      interrupted.ends += 1;
      if (interrupted.ends < MOST_TRIES) {
        clearTimeout(interrupted.timer);
        interrupted.timer = setTimeout(() => this.#giveUpWaiting(interrupted), this.#limits.wait);
        this.#waiting.unshift(interrupted);
      } else interrupted.settle({ ok: false, reason: 'crashed' });
    }
    // A native library for another processor ends the process as soon as it is loaded, in whichever way it does.
    if (!wasLoaded && this.#ends > 0 && this.#runtimes.length > 1) this.#runtimes = this.#runtimes.slice(1);
    this.#restart(how);
  }

  #restart(how: string): void {
    this.#ends += 1;
    const milliseconds = this.#limits.restart(this.#ends);
    if (milliseconds === null) {
      this.#pause(`The reader’s process ended ${this.#ends} times in a row (${how}).`);
      return;
    }
    this.#change({ kind: 'starting' });
    this.#wait(milliseconds, () => this.#launch());
  }

  /** Answers nothing for a while, then tries again. */
  #pause(reason: string): void {
    this.#pauses += 1;
    const again = this.#limits.pause(this.#pauses);
    this.#change({ kind: 'unavailable', reason, again });
    this.#failAll('unavailable');
    this.#wait(again, () => this.#launch());
  }

  /** Ends the process without mourning it. */
  #abandon(): void {
    const process = this.#process;
    this.#process = null;
    if (process !== null) this.#abandoned = Promise.all([this.#abandoned, process.end()]);
  }

  #failAll(reason: EncoderFailure): void {
    const all = [...(this.#current === null ? [] : [this.#current]), ...this.#waiting.splice(0)];
    this.#current = null;
    for (const { settle } of all) settle({ ok: false, reason });
  }

  #giveUpWaiting(asked: Question): void {
    this.#forget(asked);
    asked.settle({ ok: false, reason: this.#status.kind === 'ready' ? 'busy' : 'starting' });
  }

  #giveUpReading(asked: Question): void {
    this.#current = null;
    asked.settle({ ok: false, reason: 'late' });
    this.#abandon();
    this.#restart('too slow');
  }

  /** The caller has taken the question back. */
  #leave(asked: Question): void {
    if (this.#current === asked) {
      this.#process?.ask({ kind: 'leave', id: asked.id });
      this.#current = null;
    } else this.#forget(asked);
    asked.settle({ ok: false, reason: 'cancelled' });
    this.#goOn();
  }

  #forget(asked: Question): void {
    const place = this.#waiting.indexOf(asked);
    if (place >= 0) this.#waiting.splice(place, 1);
  }
}
