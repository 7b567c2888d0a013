/** Word vectors of one length, all of unit length; words are numbered by frequency, from 0. */
export interface WordVectors {
  readonly dimensions: number;
  readonly count: number;
  /** The number of a normalised word (its place by frequency), or -1. */
  find(norm: string): number;
  /** All vectors one after another: word `n` from `n * dimensions`. */
  readonly values: Float32Array;
}

const HEADER_BYTES = 12;

/**
 * Reads vectors as `training/build_vectors.py` writes them: count, dimensions and length of the word
 * list (uint32, little-endian), the words joined by line feeds, then one signed byte a dimension.
 * Throws on a file that is shorter than it says.
 */
export function parseWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const dimensions = view.getUint32(4, true);
  const start = HEADER_BYTES + view.getUint32(8, true);
  if (bytes.byteLength < start + count * dimensions) {
    throw new Error('The file of word vectors is cut short: build it again with training/build_vectors.py.');
  }
  const words = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, start)).split('\n');
  const numbers = new Map(words.map((word, number) => [word, number]));
  const quantised = new Int8Array(bytes.buffer, bytes.byteOffset + start, count * dimensions);
  const values = new Float32Array(count * dimensions);
  for (let number = 0; number < count; number += 1) {
    const from = number * dimensions;
    let squares = 0;
    for (let d = from; d < from + dimensions; d += 1) squares += (quantised[d] ?? 0) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let d = from; d < from + dimensions; d += 1) values[d] = (quantised[d] ?? 0) / length;
  }
  return { dimensions, count, find: (norm) => numbers.get(norm) ?? -1, values };
}

/** The cosine of two numbered words, -1 to 1; 0 where one is unknown (-1). */
export function similarityOf({ dimensions, values }: WordVectors, a: number, b: number): number {
  if (a < 0 || b < 0) return 0;
  if (a === b) return 1;
  const from = a * dimensions;
  const other = b * dimensions;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let d = 0; d < dimensions; d += 4) {
    first += (values[from + d] ?? 0) * (values[other + d] ?? 0);
    second += (values[from + d + 1] ?? 0) * (values[other + d + 1] ?? 0);
    third += (values[from + d + 2] ?? 0) * (values[other + d + 2] ?? 0);
    fourth += (values[from + d + 3] ?? 0) * (values[other + d + 3] ?? 0);
  }
  return first + second + third + fourth;
}
