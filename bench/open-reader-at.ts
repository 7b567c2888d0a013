import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READER_FOLDER } from '../src/app/open-reader.js';
import type { Encoder } from '../src/encoder/encoder.js';
import { openEncoder } from '../src/encoder/open-encoder.js';
import { assetPath } from '../src/files/assets.js';
import { keepOddsInFile } from './keep-odds-in-file.js';

/** A reader that remembers what it has read. */
export interface RememberingReader {
  readonly read: Encoder['read'];
  readonly close: () => Promise<void>;
}

/** Milliseconds: as long as it takes, as no user waits. */
const FOREVER = 2 ** 31 - 1;

/** The reader in a folder (default the shipped one), or null, which is said, if there is none. */
export function openReaderAt(folder = assetPath(READER_FOLDER)): RememberingReader | null {
  const weights = join(folder, 'reader.onnx');
  if (!existsSync(weights)) {
    console.log(`There is no reader at ${folder}: name its folder in --reader.`);
    return null;
  }
  const limits = { wait: FOREVER, reading: () => FOREVER, loading: FOREVER };
  const encoder = openEncoder({ folder, limits });
  return {
    read: keepOddsInFile(encoder.read.bind(encoder), readFileSync(weights)),
    close: () => encoder.close(),
  };
}
