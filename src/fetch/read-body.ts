import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Why a body cannot be used. */
export type BodyProblem = 'too-large' | 'unknown-encoding';

/** How much of a body is read. */
export interface BodyLimit {
  /** Bytes after decompression. */
  readonly mostBytes: number;
  /** True to leave out what lies beyond, false to refuse the whole. Default false. */
  readonly isCut?: boolean;
}

/** A body after decompression, or why it cannot be used. */
export type ReadBody =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: BodyProblem };

/**
 * Reads a response's body and decompresses it, and stops as soon as there is more than may be: however much a few bytes
 * would unfold to, no more than the limit and one piece of the decompressor's is ever held. Rejects if the body breaks off or is not
 * compressed as it says.
 */
export async function readBody(
  response: Readable,
  encoding: string | undefined,
  { mostBytes, isCut = false }: BodyLimit,
): Promise<ReadBody> {
  const decompress = chooseDecompressor(encoding);
  if (decompress === undefined) {
    response.destroy();
    return { ok: false, problem: 'unknown-encoding' };
  }
  // Whatever ends one of the two ends the other; the error itself comes out of the loop below.
  const stream: Readable = decompress === null ? response : pipeline(response, decompress, () => {});
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    length += bytes.byteLength;
    if (length <= mostBytes) continue;
    // Leaving the loop ends the streams.
    if (!isCut) return { ok: false, problem: 'too-large' };
    break;
  }
  return { ok: true, bytes: new Uint8Array(Buffer.concat(pieces).subarray(0, mostBytes)) };
}

/** Null for a body that is not compressed, undefined for one that is in a way that was not asked for. */
function chooseDecompressor(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
