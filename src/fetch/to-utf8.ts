import { decodeAs, findMark, measureUtf8, nameEncoding } from '../article/encodings.js';

/**
 * A text's bytes in UTF-8, if the Content-Type header states another encoding: the header goes before what the page
 * says of itself (HTML standard, 13.2.3.2), and the file has no header any more when it is read. Bytes with a byte order mark, in
 * UTF-8 whatever the header says, or in an encoding that nobody knows stay as they are; so do those that are in no UTF-16 though it says so.
 */
export function toUtf8(bytes: Uint8Array, contentType: string): Uint8Array {
  const encoding = findEncoding(contentType);
  if (encoding === null || encoding === 'utf-8' || findMark(bytes) !== undefined) return bytes;
  if (encoding.startsWith('utf-16') && !bytes.includes(0)) return bytes;
  const { whole, broken } = measureUtf8(bytes);
  if (whole > 0 && broken === 0) return bytes;
  return new TextEncoder().encode(decodeAs(bytes, encoding));
}

function findEncoding(contentType: string): string | null {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/iu.exec(contentType);
  return nameEncoding(label?.[1] ?? label?.[2] ?? '');
}
