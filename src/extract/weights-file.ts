import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** What one kind of weights is: who reads it, who makes it, and which features it belongs to. */
export interface WeightsKind<Shape extends object> {
  /** What the file says that it holds. */
  readonly name: string;
  /** Where the shipped weights lie, from the package's root. */
  readonly path: string;
  /** What trains them anew. */
  readonly trainedBy: string;
  /** The sizes and units of its numbers. */
  readonly shape: z.ZodType<Shape>;
  /** A hash of what this program makes of a text before the weights are asked: weights that were trained for anything else are worth nothing. */
  readonly fingerprint: () => string;
}

/** Weights as they are in their file. */
export interface Weights<Shape> {
  readonly shape: Shape;
  /** How they were made. */
  readonly command: string;
  /** Little-endian, in the order that their kind says. */
  readonly numbers: Uint8Array;
}

const FORMAT = 'footnote-weights';
const VERSION = 1;

const HEADER = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  kind: z.string(),
  /** `WeightsKind.fingerprint` of the program that they were trained with. */
  features: z.string(),
  command: z.string(),
  /** The CRC-32 of the numbers. */
  checksum: z.int(),
  shape: z.record(z.string(), z.unknown()),
});

/**
 * The weights in the bytes of a file: a line of JSON that says format, version, kind, features, training command, checksum and shape, then the
 * numbers.
 *
 * @throws an Error whose message names the file and says what trains it again, if it is of another format or kind, not whole, or of other features.
 */
export function parseWeights<Shape extends object>(
  bytes: Uint8Array,
  kind: WeightsKind<Shape>,
): Weights<Shape> {
  const refuse = (trouble: string): Error =>
    new Error(
      `${kind.path} ${trouble}; put back the file that Footnote ships, or train it again with ${kind.trainedBy}.`,
    );
  const lineEnd = bytes.indexOf('\n'.charCodeAt(0));
  const header = HEADER.safeParse(readLine(bytes.subarray(0, Math.max(0, lineEnd))));
  if (!header.success) throw refuse(`is not of the format ${FORMAT} ${VERSION}`);
  const { data } = header;
  if (data.kind !== kind.name) throw refuse(`holds weights for ${data.kind}, not for ${kind.name}`);
  const shape = kind.shape.safeParse(data.shape);
  if (!shape.success) throw refuse(`does not say the shape of its ${kind.name}`);
  const numbers = bytes.subarray(lineEnd + 1);
  if (crc32(numbers) !== data.checksum) throw refuse('is damaged or cut short (another checksum)');
  const features = kind.fingerprint();
  if (data.features !== features)
    throw refuse(`was trained for other features (${data.features}) than this program has (${features})`);
  return { shape: shape.data, command: data.command, numbers };
}

/** The bytes of a file of weights that were trained with this program. */
export function writeWeights<Shape extends object>(
  { shape, command, numbers }: Weights<Shape>,
  { name, fingerprint }: WeightsKind<Shape>,
): Uint8Array {
  const header = {
    format: FORMAT,
    version: VERSION,
    kind: name,
    features: fingerprint(),
    command,
    checksum: crc32(numbers),
    shape,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + numbers.length);
  bytes.set(line);
  bytes.set(numbers, line.length);
  return bytes;
}

function readLine(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
