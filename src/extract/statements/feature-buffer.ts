import { hashText } from '../hash-text.js';

/** Buckets that features are hashed into; below this, collisions cost accuracy on the training data. */
export const FEATURE_BUCKETS = 1 << 18;

/** More features than any candidate has. */
const MOST_FEATURES = 128;

/** The features of one candidate, as buckets; reused from candidate to candidate. */
export class FeatureBuffer {
  readonly buckets = new Int32Array(MOST_FEATURES);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds the feature that a template (a number of its own) makes of up to three values. */
  add(template: number, a: number, b = 0, c = 0): void {
    if (this.length === MOST_FEATURES) return;
    this.buckets[this.length] = bucketOf(template, a, b, c);
    this.length += 1;
  }
}

/** Mixes four numbers into a bucket (the finaliser of MurmurHash3, after multiplying each by an odd constant). */
function bucketOf(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1);
  hash = Math.imul((hash ^ a) + 0x7f4a7c15, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul((hash ^ b) + 0x1b873593, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul((hash ^ c) + 0x52dce729, 0x27d4eb2f);
  hash ^= hash >>> 16;
  return hash & (FEATURE_BUCKETS - 1);
}

/** A number for a word, of 32 bits and with a sign, as the weights were trained with. */
export function wordNumber(word: string): number {
  return hashText(word) | 0;
}

/** A small number for a length or a distance: exact up to 4, then in growing steps, the same for all beyond 30. */
export function lengthBucket(length: number): number {
  const size = Math.abs(length);
  let bucket = size;
  if (size > 30) bucket = 10;
  else if (size > 20) bucket = 9;
  else if (size > 14) bucket = 8;
  else if (size > 9) bucket = 7;
  else if (size > 6) bucket = 6;
  else if (size > 4) bucket = 5;
  return length < 0 ? -bucket : bucket;
}
