import { giveWay } from '../scheduling/give-way.js';
import type { ReaderWindow, RuntimeName, WindowOdds } from './encoder.js';
import { toRow } from './input-row.js';
import { readModel } from './model.js';
import { readScores } from './read-scores.js';
import { openRuntime, type Runtime } from './runtime.js';
import type { WordPieces } from './word-pieces.js';

/** How a model is loaded. */
export interface LoadOptions {
  /** The folder of the model's files. */
  readonly folder: string;
  /** Threads that multiply matrices. */
  readonly threads: number;
  /** In the order in which they are tried. */
  readonly runtimes: readonly RuntimeName[];
}

/** A reader that is loaded, or a sentence for the operator that says why it is not. */
export type Loading =
  | { readonly ok: true; readonly reader: LoadedReader }
  | { readonly ok: false; readonly reason: string };

/** Loads a model where it is called, with the first runtime that this platform has. */
export async function loadReader({ folder, threads, runtimes }: LoadOptions): Promise<Loading> {
  const model = await readModel(folder);
  if (!model.ok) return model;
  const troubles: string[] = [];
  for (const name of runtimes) {
    try {
      const runtime = await openRuntime(name, model.graph, threads);
      return { ok: true, reader: new LoadedReader(runtime, model.wordPieces) };
    } catch (error) {
      troubles.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { ok: false, reason: `The reader’s model cannot be run on this platform (${troubles.join('; ')}).` };
}

/** A model in memory that reads one question at a time. */
export class LoadedReader {
  readonly #runtime: Runtime;
  readonly #wordPieces: WordPieces;

  constructor(runtime: Runtime, wordPieces: WordPieces) {
    this.#runtime = runtime;
    this.#wordPieces = wordPieces;
  }

  get runtime(): RuntimeName {
    return this.#runtime.name;
  }

  /** The odds of each window's sentences; null if `isLeft` said between two windows that nobody waits any longer. */
  async read(
    question: string,
    windows: readonly ReaderWindow[],
    isLeft: () => boolean = () => false,
  ): Promise<WindowOdds[] | null> {
    const odds: WindowOdds[] = [];
    for (const window of windows) {
      // So that it is heard when a question is taken back, and that the process can be ended in good order.
      await giveWay();
      if (isLeft()) return null;
      const row = toRow(question, window, this.#wordPieces);
      odds.push(row.sentences.length === 0 ? [] : readScores(row, await this.#runtime.run(row)));
    }
    return odds;
  }
}
