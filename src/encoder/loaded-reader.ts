import { fillBatch, groupRows } from './batch.js';
import type { ReadingWindow, RuntimeName, WindowOdds } from './encoder.js';
import { type InputRow, toRows } from './input-row.js';
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

  /** The odds of each window's sentences; null where `isLeft` said between two batches that nobody waits any longer. */
  async read(
    question: string,
    windows: readonly ReadingWindow[],
    isLeft: () => boolean = () => false,
  ): Promise<WindowOdds[] | null> {
    const rows = toRows(question, windows, this.#wordPieces);
    const odds: WindowOdds[] = rows.map(() => []);
    for (const places of groupRows(rows)) {
      if (isLeft()) return null;
      for (const [place, window] of await this.#readBatch(rows, places)) odds[place] = window;
    }
    return odds;
  }

  async #readBatch(rows: readonly InputRow[], places: readonly number[]): Promise<[number, WindowOdds][]> {
    const chosen = places.flatMap((place) => {
      const row = rows[place];
      return row === undefined ? [] : [{ place, row }];
    });
    const batch = fillBatch(chosen.map(({ row }) => row));
    const { score, span } = await this.#runtime.run(batch);
    const [scores, spans] = [batch.sentences * 2, batch.length * 2];
    return chosen.map(({ place, row }, r) => [
      place,
      readScores(
        row,
        score.subarray(r * scores, (r + 1) * scores),
        span.subarray(r * spans, (r + 1) * spans),
      ),
    ]);
  }
}
