import { z } from 'zod';
import { parseWeights, type WeightsKind, writeWeights } from '../weights-file.js';
import { FEATURE_BUCKETS, type FeatureBuffer } from './feature-buffer.js';
import { PARSE_BUCKETS } from './parse-features.js';
import { ACTIONS } from './parse-sentence.js';
import { statementFingerprint } from './statement-fingerprint.js';

/** What is learnt about statements: read from a weights file, never changed. */
export interface StatementModel {
  /** One weight a bucket, for cues, sources and contents alike: each stage has feature templates of its own. */
  readonly weights: Float32Array;
  /** The parser's weights. */
  readonly parser: Float32Array;
}

/** Weights are stored as 16-bit whole numbers of `scale`. */
const LARGEST = 32767;

/** The units of the weights of statements and of the parser. */
interface StatementShape {
  readonly scales: readonly [number, number];
}

/** The weights of statements, then those of the parser. */
export const STATEMENT_WEIGHTS: WeightsKind<StatementShape> = {
  name: 'statements',
  path: 'models/statements.bin',
  trainedBy: 'training/quotes.ts',
  shape: z.object({ scales: z.tuple([z.number().positive(), z.number().positive()]) }),
  fingerprint: statementFingerprint,
};

/** The statement model of the bytes of its file. @throws an Error with a sentence for the operator, if they are not of this program. */
export function parseStatementModel(bytes: Uint8Array): StatementModel {
  const { shape, numbers } = parseWeights(bytes, STATEMENT_WEIGHTS);
  const size = FEATURE_BUCKETS + PARSE_BUCKETS * ACTIONS;
  if (numbers.length !== size * Int16Array.BYTES_PER_ELEMENT)
    throw new Error(`${STATEMENT_WEIGHTS.path} has fewer or more numbers than there are features.`);
  const stored = new DataView(numbers.buffer, numbers.byteOffset);
  const [scale, parserScale] = shape.scales;
  const read = (from: number, length: number, by: number) =>
    Float32Array.from({ length }, (_, i) => stored.getInt16((from + i) * 2, true) * by);
  return {
    weights: read(0, FEATURE_BUCKETS, scale),
    parser: read(FEATURE_BUCKETS, PARSE_BUCKETS * ACTIONS, parserScale),
  };
}

/** The bytes of a weights file; `command` is what trained it. */
export function writeStatementModel({ weights, parser }: StatementModel, command: string): Uint8Array {
  const scaleOf = (table: Float32Array): number =>
    table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / LARGEST;
  const scales = [scaleOf(weights), scaleOf(parser)] as const;
  const numbers = new Uint8Array((weights.length + parser.length) * 2);
  const stored = new DataView(numbers.buffer);
  let at = 0;
  [weights, parser].forEach((table, i) => {
    for (const weight of table) {
      stored.setInt16(at, Math.round(weight / (scales[i] ?? 1)), true);
      at += 2;
    }
  });
  return writeWeights({ shape: { scales }, command, numbers }, STATEMENT_WEIGHTS);
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
