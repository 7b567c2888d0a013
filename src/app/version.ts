import { z } from 'zod';
import { readAsset } from '../files/assets.js';

const PACKAGE = z.object({ version: z.string() });

/** Footnote's own version, as its package.json says it. */
export function readVersion(): string {
  return PACKAGE.parse(JSON.parse(new TextDecoder().decode(readAsset('package.json')))).version;
}
