import type { LoadProblem } from './corpus.js';

/** What a reload changed: article ids in order, the files that failed, and how long it took. */
export interface ReloadReport {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly problems: readonly LoadProblem[];
  readonly milliseconds: number;
}
