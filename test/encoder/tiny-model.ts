import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EncoderOptions } from '../../src/encoder/encoder-options.js';
import { openEncoder } from '../../src/encoder/open-encoder.js';
import { ENCODER_SCRIPT } from './encoder-script.js';

const FOLDER = new URL('../fixtures/encoder/tiny/', import.meta.url);

/** The folder of the model that `make_tiny.py` makes. */
export const TINY_MODEL = fileURLToPath(FOLDER);

/** The bytes of one of its files. */
export function tinyFile(name: string): Uint8Array {
  return readFileSync(new URL(name, FOLDER));
}

/** An encoder with that model in a process of its own. */
export function openTinyEncoder(options: Partial<EncoderOptions> = {}) {
  return openEncoder({ folder: TINY_MODEL, script: ENCODER_SCRIPT, ...options });
}
