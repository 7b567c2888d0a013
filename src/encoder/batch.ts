import type { InputRow } from './input-row.js';

/** Rows that the model reads at once, filled up to the longest of them. */
export interface Batch {
  readonly rows: number;
  /** Pieces of each row, with what it is filled up with. */
  readonly length: number;
  /** Sentences of the row that has most; at least 1. */
  readonly sentences: number;
  /** `rows × length`: places in the vocabulary. */
  readonly ids: BigInt64Array;
  /** `rows × length`: 0 for the question's part, 1 for the window's. */
  readonly kinds: BigInt64Array;
  /** `rows × length`: 1 where there is a piece. */
  readonly keep: BigInt64Array;
  /** `rows × sentences × length`: 1 where a piece belongs to a sentence. */
  readonly member: Float32Array;
}

/** Rows of a batch: more at once read no faster on a processor, and each is filled up to the longest. */
const MOST_ROWS = 4;

/** Places of rows that are read together, those of like length with one another; each place is in one batch. */
export function groupRows(rows: readonly InputRow[], most = MOST_ROWS): number[][] {
  const order = rows
    .map(({ ids }, place) => ({ place, length: ids.length }))
    .sort((a, b) => a.length - b.length);
  const groups: number[][] = [];
  for (let i = 0; i < order.length; i += most)
    groups.push(order.slice(i, i + most).map(({ place }) => place));
  return groups;
}

/** The model's input for some rows. */
export function fillBatch(rows: readonly InputRow[]): Batch {
  const length = Math.max(...rows.map(({ ids }) => ids.length));
  const sentences = Math.max(1, ...rows.map((row) => row.sentences.length));
  const ids = new BigInt64Array(rows.length * length);
  const kinds = new BigInt64Array(rows.length * length);
  const keep = new BigInt64Array(rows.length * length);
  const member = new Float32Array(rows.length * sentences * length);
  for (const [r, row] of rows.entries()) {
    const start = r * length;
    for (const [i, id] of row.ids.entries()) ids[start + i] = BigInt(id);
    kinds.fill(1n, start + row.asked, start + row.ids.length);
    keep.fill(1n, start, start + row.ids.length);
    for (const [n, { first, end }] of row.sentences.entries()) {
      const line = (r * sentences + n) * length;
      member.fill(1, line + first, line + end);
    }
  }
  return { rows: rows.length, length, sentences, ids, kinds, keep, member };
}
