import type { Wording } from '../../messages/phrase.js';

/** Milliseconds before anything is shown: what takes less needs no telling. */
const SHOWN_AFTER = 1_000;

/** Milliseconds between two edits at least: Discord allows five in five seconds on one message. */
const SHOWN_EVERY = 1_500;

/** Tells a waiting user how far the work is, by edits that never come thick nor after the reply. */
export class Progress {
  readonly #edit: (words: Wording) => Promise<unknown>;
  readonly #tellFailure: (error: unknown) => void;
  #nextAt = performance.now() + SHOWN_AFTER;
  #latest: Wording | null = null;
  #timer: NodeJS.Timeout | null = null;
  #editing: Promise<void> = Promise.resolve();
  #isOver = false;

  /** `edit` shows the words; if it fails the work goes on, and `tellFailure` is told. */
  constructor(edit: (words: Wording) => Promise<unknown>, tellFailure: (error: unknown) => void) {
    this.#edit = edit;
    this.#tellFailure = tellFailure;
  }

  /** Shows the words when it is time, unless others have come by then. */
  show(words: Wording): void {
    if (this.#isOver) return;
    this.#latest = words;
    this.#timer ??= setTimeout(() => this.#showLatest(), Math.max(0, this.#nextAt - performance.now()));
  }

  /** Shows nothing any more; resolves when an edit under way has come to its end. */
  async stop(): Promise<void> {
    this.#isOver = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#editing;
  }

  #showLatest(): void {
    this.#timer = null;
    const words = this.#latest;
    if (words === null) return;
    this.#latest = null;
    this.#editing = this.#editing.then(async () => {
      await this.#edit(words).catch((error: unknown) => this.#tellFailure(error));
    });
    this.#nextAt = performance.now() + SHOWN_EVERY;
  }
}
