import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { READER_FOLDER } from '../src/app/open-reader.js';
import type { Encoder } from '../src/encoder/encoder.js';
import { openEncoder } from '../src/encoder/open-encoder.js';
import { assetPath } from '../src/files/assets.js';
import { ENCODER_SCRIPT } from './encoder/encoder-script.js';

/** Milliseconds: on a busy machine a test waits longer than a user would. */
const LONG = 120_000;

let shared: Encoder | null | undefined;

/**
 * The reader that Footnote ships, for tests of what it answers; null, which is said once, where its files are not there. All test files of a worker
 * share it, as it keeps nothing of a question: it loads once, and its process goes with the worker.
 */
export function sharedReader(): Encoder | null {
  shared ??= openShippedReader();
  return shared;
}

/** One of one's own, to end its process; whoever opened it closes it. */
export function openShippedReader(): Encoder | null {
  const folder = assetPath(READER_FOLDER);
  if (!existsSync(join(folder, 'reader.json'))) {
    console.warn(`There is no reader at ${folder}: tests of what it answers are left out.`);
    return null;
  }
  const limits = { wait: LONG, reading: () => LONG, loading: LONG };
  return openEncoder({ folder, script: ENCODER_SCRIPT, limits });
}
