import { readFile } from 'node:fs/promises';
import { errorCode } from './error-code.js';

/** A file's bytes, or what the file system says is wrong with it ("ENOENT"). */
export type ModelFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: string };

/** Reads a file of weights. */
export async function readModelFile(path: string): Promise<ModelFile> {
  try {
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    return { ok: false, code: errorCode(error) };
  }
}
