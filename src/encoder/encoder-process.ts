import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadOptions } from './loaded-reader.js';
import { PROCESS_ANSWER, type ProcessAnswer, type ProcessRequest } from './process-messages.js';

/** What a process tells whoever started it; after `ended` it says no more. */
export interface ProcessEvents {
  readonly answered: (answer: ProcessAnswer) => void;
  /** How it ended: by a signal ("SIGSEGV"), with a code ("1"), or why it could not be started. */
  readonly ended: (how: string) => void;
}

/** A process that holds a model. It does not keep the program alive: whoever waits for its answer has a time limit that does. */
export class EncoderProcess {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;

  constructor(script: URL, { folder, threads, runtimes }: LoadOptions, { answered, ended }: ProcessEvents) {
    this.#child = fork(fileURLToPath(script), [], {
      serialization: 'advanced',
      // Its standard output would mix with the log; what a native library says last before a crash belongs with the errors.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Not those of the bot: a debugger's port can be taken only once.
      execArgv: [],
    });
    this.#child.on('message', (message) => answered(PROCESS_ANSWER.parse(message)));
    this.#gone = new Promise((resolve) => {
      const end = (how: string): void => {
        resolve();
        ended(how);
      };
      this.#child.once('exit', (code, signal) => end(signal ?? String(code)));
      this.#child.on('error', (error) => {
        if (this.#child.pid === undefined) end(error.message);
      });
    });
    this.#child.unref();
    this.#child.channel?.unref();
    this.#say({ kind: 'open', folder, threads, runtimes });
  }

  /** The process's number; 0 if it could not be started. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Gives it a question, or takes one back. */
  ask(request: Exclude<ProcessRequest, { kind: 'open' }>): void {
    this.#say(request);
  }

  /** Ends it, whatever it does, and waits until it is gone. */
  async end(): Promise<void> {
    this.#child.ref();
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  #say(request: ProcessRequest): void {
    // A process that is gone is told of by its end.
    this.#child.send(request, () => undefined);
  }
}
