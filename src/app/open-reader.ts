import { join } from 'node:path';
import type { Encoder, EncoderStatus } from '../encoder/encoder.js';
import { openEncoder } from '../encoder/open-encoder.js';
import { assetPath } from '../files/assets.js';

/** Where the reader is that Footnote ships, from the package's root. */
export const READER_FOLDER = join('models', 'reader');

/** Told when the reader cannot be had, once for each reason. */
export type OnUnavailable = (reason: string) => void;

/** The shipped reader; it loads when it is started, or with the first question. */
export function openReader(onUnavailable: OnUnavailable): Encoder {
  const told = new Set<string>();
  const onStatus = (status: EncoderStatus): void => {
    if (status.kind !== 'unavailable' || told.has(status.reason)) return;
    told.add(status.reason);
    onUnavailable(status.reason);
  };
  return openEncoder({ folder: assetPath(READER_FOLDER), onStatus });
}
