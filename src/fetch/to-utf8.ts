import iconv from 'iconv-lite';

/**
 * A text's bytes in UTF-8, where the Content-Type header states another encoding: the header goes before what the page
 * says of itself (HTML standard, 13.2.3.2), and the file has no header any more when it is read. Bytes with a byte order mark, in
 * UTF-8, or in an encoding that nobody knows stay as they are.
 */
export function toUtf8(bytes: Uint8Array, contentType: string): Uint8Array {
  const encoding = findEncoding(contentType);
  if (encoding === null || encoding === 'utf-8' || hasMark(bytes)) return bytes;
  return new TextEncoder().encode(decode(bytes, encoding));
}

/** The standard's name of the encoding: it reads `iso-8859-1` as Windows-1252, as pages mean it (https://encoding.spec.whatwg.org/#names-and-labels). */
function findEncoding(contentType: string): string | null {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/iu.exec(contentType);
  try {
    return new TextDecoder((label?.[1] ?? label?.[2] ?? '').trim()).encoding;
  } catch {
    return null;
  }
}

/** Node's own decoder reads Windows-1252 as Latin-1 in the versions we run on, so it has only what iconv-lite has not. */
function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.encodingExists(encoding)
    ? iconv.decode(Buffer.from(bytes), encoding)
    : new TextDecoder(encoding).decode(bytes);
}

function hasMark([a, b, c]: Uint8Array): boolean {
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}
