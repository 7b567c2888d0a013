import { z } from 'zod';
import { partWeights } from '../weights-header.js';
import { FEATURE_BUCKETS, type FeatureBuffer } from './feature-buffer.js';
import { PARSE_BUCKETS } from './parse-features.js';
import { ACTIONS } from './parse-sentence.js';

/** What is learnt about statements: read from a weights file, never changed. */
export interface StatementModel {
  /** One weight a bucket, for cues, sources and contents alike: each stage has feature templates of its own. */
  readonly weights: Float32Array;
  /** The parser's weights. */
  readonly parser: Float32Array;
}

/** Where the shipped weights lie, from the package's root. */
export const STATEMENT_MODEL_PATH = 'models/statements.bin';

const FORMAT = 'footnote-statements';
const VERSION = 1;
/** Weights are stored as 16-bit whole numbers of `scale`. */
const LARGEST = 32767;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  command: z.string(),
  scales: z.tuple([z.number().positive(), z.number().positive()]),
});

/**
 * The statement model of a weights file: one line of JSON that says format, version, training command and scales, then the
 * weights. Throws where the file is of another format, version or length.
 */
export function parseStatementModel(bytes: Uint8Array): StatementModel {
  const parts = partWeights(bytes);
  const { numbers } = parts;
  const header = headerSchema.safeParse(parts.header);
  const size = FEATURE_BUCKETS + PARSE_BUCKETS * ACTIONS;
  if (!header.success || numbers.length !== size * Int16Array.BYTES_PER_ELEMENT) {
    throw new Error(
      `The statement model is not of format ${FORMAT} ${VERSION}; train it again with training/quotes.ts.`,
    );
  }
  const stored = new DataView(numbers.buffer, numbers.byteOffset);
  const [scale, parserScale] = header.data.scales;
  const read = (from: number, length: number, by: number) =>
    Float32Array.from({ length }, (_, i) => stored.getInt16((from + i) * 2, true) * by);
  return {
    weights: read(0, FEATURE_BUCKETS, scale),
    parser: read(FEATURE_BUCKETS, PARSE_BUCKETS * ACTIONS, parserScale),
  };
}

/** The bytes of a weights file; `command` is what trained it. */
export function writeStatementModel({ weights, parser }: StatementModel, command: string): Uint8Array {
  const scales = [weights, parser].map(
    (table) => table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / LARGEST,
  );
  const header = new TextEncoder().encode(
    `${JSON.stringify({ format: FORMAT, version: VERSION, command, scales })}\n`,
  );
  const bytes = new Uint8Array(header.length + (weights.length + parser.length) * 2);
  bytes.set(header);
  const stored = new DataView(bytes.buffer, header.length);
  let at = 0;
  [weights, parser].forEach((table, i) => {
    for (const weight of table) {
      stored.setInt16(at, Math.round(weight / (scales[i] ?? 1)), true);
      at += 2;
    }
  });
  return bytes;
}

/** The score of the candidate whose features the buffer holds. */
export function scoreOf({ weights }: StatementModel, { buckets, length }: FeatureBuffer): number {
  let score = 0;
  for (let i = 0; i < length; i += 1) score += weights[buckets[i] ?? 0] ?? 0;
  return score;
}

/** Turns scores into probabilities that sum to 1, in place. */
export function toProbabilities(scores: number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const value = Math.exp((scores[i] ?? 0) - most);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) / sum;
  return scores;
}
