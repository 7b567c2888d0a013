import { z } from 'zod';

/** What is learnt about names: read from a weights file, never changed. */
export interface NameModel {
  /** The version of the weights' format that this reading code knows. */
  readonly version: number;
}

/** Where the shipped weights lie, from the package's root. */
export const NAME_MODEL_PATH = 'src/extract/weights/names.bin';

const FORMAT = 'footnote-names';
const VERSION = 1;

const header = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), command: z.string() });

/**
 * The name model of a weights file: one line of JSON that says format, version and training command, then the weights.
 * Throws where the file is of another format or version.
 */
export function parseNameModel(bytes: Uint8Array): NameModel {
  const end = bytes.indexOf(10);
  const line: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const parsed = header.safeParse(line);
  if (!parsed.success) {
    throw new Error(
      `the name model is not of format ${FORMAT} ${VERSION}: train it again with bench/train/names.ts`,
    );
  }
  return { version: parsed.data.version };
}
