import { z } from 'zod';

const HEADER = z.object({
  version: z.number(),
  /** How and on what the weights were trained, for the reader of the file. */
  trained: z.string(),
  features: z.array(z.string()),
  parts: z.record(
    z.string(),
    z.object({
      type: z.enum(['f32', 'i16', 'i32']),
      offset: z.number().int(),
      length: z.number().int(),
    }),
  ),
});

/** Learned numbers as read from one file: named arrays, and the names of the features that they were trained on. */
export interface WeightsFile {
  readonly version: number;
  readonly trained: string;
  readonly features: readonly string[];
  /** An array by its name; throws where the file has none of that name and kind. */
  readonly floats: (name: string) => Float32Array;
  readonly shorts: (name: string) => Int16Array;
  readonly integers: (name: string) => Int32Array;
}

const LENGTH_BYTES = 4;

/**
 * Reads a file of weights as `training/train_ranking.py` writes it: the length of a JSON header (uint32,
 * little-endian), the header, and the arrays at its offsets, little-endian. Throws on any other file.
 */
export function parseWeightsFile(bytes: Uint8Array): WeightsFile {
  const copy = bytes.slice().buffer;
  const length = new DataView(copy).getUint32(0, true);
  const body = LENGTH_BYTES + length;
  const header = HEADER.parse(
    JSON.parse(new TextDecoder().decode(new Uint8Array(copy, LENGTH_BYTES, length))),
  );
  const find = (name: string, type: string): { at: number; count: number } => {
    const part = header.parts[name];
    if (part === undefined || part.type !== type) {
      throw new Error(`The file of ranking weights has no ${type} array "${name}": train it again.`);
    }
    return { at: body + part.offset, count: part.length };
  };
  return {
    version: header.version,
    trained: header.trained,
    features: header.features,
    floats(name) {
      const { at, count } = find(name, 'f32');
      return new Float32Array(copy.slice(at, at + count * 4));
    },
    shorts(name) {
      const { at, count } = find(name, 'i16');
      return new Int16Array(copy.slice(at, at + count * 2));
    },
    integers(name) {
      const { at, count } = find(name, 'i32');
      return new Int32Array(copy.slice(at, at + count * 4));
    },
  };
}
