import { firstWhere } from '../../article/binary-search.js';
import { FEATURE_ROWS } from './name-features.js';

/** O, then B and I of person, organisation and place. */
export const LABELS = 7;

/** The sizes of a network, as its weights file states them. */
export interface NetworkShape {
  readonly hidden: number;
  readonly dims: number;
  readonly words: number;
}

/** The learnt numbers of the name tagger; see training/names.py for how they are found. */
export interface NameNetwork extends NetworkShape {
  /** `FEATURE_ROWS` rows of `hidden` numbers each, in units of `tableScale`, packed by `packTable`. */
  readonly table: Int32Array;
  readonly tableScale: Float32Array;
  /** The hashes of the words that have vectors, ascending. */
  readonly wordHashes: Uint32Array;
  /** `dims` numbers for each word, in units of `vectorScale`. */
  readonly vectors: Int8Array;
  readonly vectorScale: Float32Array;
  /** What stands for a word without a vector. */
  readonly unknown: Float32Array;
  /** `WINDOW * dims` rows of `hidden` numbers each. */
  readonly inner: Float32Array;
  readonly innerBias: Float32Array;
  /** `LABELS` rows of `hidden` numbers each. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  /** From label to label, `LABELS` times `LABELS`. */
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

/** The arrays of a network in the order of its weights file, with their lengths. */
export function networkLayout({ hidden, dims, words }: NetworkShape) {
  return {
    table: { type: Int8Array, length: FEATURE_ROWS * hidden },
    tableScale: { type: Float32Array, length: hidden },
    wordHashes: { type: Uint32Array, length: words },
    vectors: { type: Int8Array, length: words * dims },
    vectorScale: { type: Float32Array, length: dims },
    unknown: { type: Float32Array, length: dims },
    inner: { type: Float32Array, length: WINDOW * dims * hidden },
    innerBias: { type: Float32Array, length: hidden },
    out: { type: Float32Array, length: LABELS * hidden },
    outBias: { type: Float32Array, length: LABELS },
    transitions: { type: Float32Array, length: LABELS * LABELS },
    starts: { type: Float32Array, length: LABELS },
    ends: { type: Float32Array, length: LABELS },
  } as const;
}

/** Which vector a word has, by its hash; -1 for none. */
export function findVector({ wordHashes }: NameNetwork, hash: number): number {
  const place = firstWhere(wordHashes.length, (at) => (wordHashes[at] ?? 0) >= hash);
  return wordHashes[place] === hash ? place : -1;
}

/** A place outside the sentence, which has no word. */
export const NO_WORD = -2;

/** Words whose vectors the network sees: the token's own and two on each side. */
const WINDOW = 5;

/** What is added to a signed byte so that it is positive, and sums of them need no sign. */
const BIAS = 128;
const SIGNS = 0x80808080;
const LANES = 0x00ff00ff;

/** Four signed bytes, each `BIAS` more, in each whole number: adding rows up takes half the time so. */
export function packTable(table: Int8Array): Int32Array {
  const packed = new Int32Array(table.buffer, table.byteOffset, table.length >> 2);
  return packed.map((four) => four ^ SIGNS);
}

/** The sum of some rows of the table; of at most 257 rows, for two sums of bytes share a whole number. */
function sumRows({ hidden, table }: NameNetwork, rows: readonly number[]): Float64Array {
  const width = hidden >> 2;
  const even = new Int32Array(width);
  const odd = new Int32Array(width);
  for (const row of rows) {
    const at = row * width;
    for (let k = 0; k < width; k += 1) {
      const four = table[at + k] ?? 0;
      even[k] = (even[k] ?? 0) + (four & LANES);
      odd[k] = (odd[k] ?? 0) + ((four >>> 8) & LANES);
    }
  }
  const sums = new Float64Array(hidden);
  const bias = BIAS * rows.length;
  for (let k = 0; k < width; k += 1) {
    const [low, high] = [even[k] ?? 0, odd[k] ?? 0];
    sums[4 * k] = (low & 0xffff) - bias;
    sums[4 * k + 1] = (high & 0xffff) - bias;
    sums[4 * k + 2] = (low >>> 16) - bias;
    sums[4 * k + 3] = (high >>> 16) - bias;
  }
  return sums;
}

/** Shares remembered, 200 bytes each: the words around names are much the same from article to article. */
const MOST_REMEMBERED = 10_000;

const shares = new WeakMap<NameNetwork, Map<number, Float32Array>>();

/** What a word adds to the hidden layer from a place of the window: `hidden` numbers, worked out once while remembered. */
function shareOfWord(network: NameNetwork, word: number, place: number): Float32Array {
  const known = shares.get(network) ?? new Map<number, Float32Array>();
  shares.set(network, known);
  const key = (word + 1) * WINDOW + place;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const { hidden, dims, vectors, vectorScale, unknown, inner } = network;
  const share = new Float32Array(hidden);
  for (let d = 0; d < dims; d += 1) {
    const value = word === -1 ? (unknown[d] ?? 0) : (vectors[word * dims + d] ?? 0) * (vectorScale[d] ?? 0);
    const from = (place * dims + d) * hidden;
    for (let h = 0; h < hidden; h += 1) share[h] = (share[h] ?? 0) + value * (inner[from + h] ?? 0);
  }
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, share);
  return share;
}

/**
 * How strongly each label speaks for a token: `LABELS` numbers. `rows` are its features, `words` the vectors
 * of the token and two neighbours on each side (`findVector`, or `NO_WORD`).
 */
export function scoreLabels(
  network: NameNetwork,
  rows: readonly number[],
  words: readonly number[],
): Float32Array {
  const { hidden, tableScale, innerBias, out, outBias } = network;
  const sums = sumRows(network, rows);
  for (let h = 0; h < hidden; h += 1) sums[h] = (sums[h] ?? 0) * (tableScale[h] ?? 0) + (innerBias[h] ?? 0);
  for (let place = 0; place < WINDOW; place += 1) {
    const word = words[place] ?? NO_WORD;
    if (word === NO_WORD) continue;
    const share = shareOfWord(network, word, place);
    for (let h = 0; h < hidden; h += 1) sums[h] = (sums[h] ?? 0) + (share[h] ?? 0);
  }
  const scores = new Float32Array(LABELS);
  for (let label = 0; label < LABELS; label += 1) {
    let score = outBias[label] ?? 0;
    const at = label * hidden;
    for (let h = 0; h < hidden; h += 1) score += Math.max(0, sums[h] ?? 0) * (out[at + h] ?? 0);
    scores[label] = score;
  }
  return scores;
}

/** Whether a label may follow another: inside a kind only after the same kind. */
function isAllowed(before: number, label: number): boolean {
  const isInside = label !== 0 && label % 2 === 0;
  return !isInside || before === label || before === label - 1;
}

/** The best sequence of labels for the scores of a stretch of tokens (Viterbi). */
export function decodeLabels(network: NameNetwork, scores: readonly Float32Array[]): number[] {
  const { transitions, starts, ends } = network;
  const back: Int8Array[] = [];
  let best = new Float64Array(LABELS);
  scores.forEach((own, place) => {
    const next = new Float64Array(LABELS).fill(Number.NEGATIVE_INFINITY);
    const from = new Int8Array(LABELS);
    for (let label = 0; label < LABELS; label += 1) {
      if (place === 0) {
        if (isAllowed(0, label)) next[label] = (starts[label] ?? 0) + (own[label] ?? 0);
        continue;
      }
      for (let before = 0; before < LABELS; before += 1) {
        const total = (best[before] ?? 0) + (transitions[before * LABELS + label] ?? 0) + (own[label] ?? 0);
        if (isAllowed(before, label) && total > (next[label] ?? 0)) {
          next[label] = total;
          from[label] = before;
        }
      }
    }
    back.push(from);
    best = next;
  });
  let label = 0;
  best.forEach((score, at) => {
    if (score + (ends[at] ?? 0) > (best[label] ?? 0) + (ends[label] ?? 0)) label = at;
  });
  const labels = [label];
  for (let place = scores.length - 1; place > 0; place -= 1) {
    label = back[place]?.[label] ?? 0;
    labels.unshift(label);
  }
  return scores.length === 0 ? [] : labels;
}
