import iconv from 'iconv-lite';
import { type Phrase, phrase } from '../messages/phrase.js';

/** The text of a file, or why it has none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: Phrase };

/** Control characters that no text has; tabs, line feed, form feed and carriage return aside. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/gu;

/** Share of control characters from which a file is taken for binary: Windows-1252 decodes any bytes at all. */
const MOST_CONTROLS = 0.001;

/** Share of zero bytes in every second place from which a file without a mark is taken for UTF-16. */
const UTF_16_ZEROS = 0.3;

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/iu;

/** How much of an HTML file is searched for its declared encoding, in bytes (HTML standard, 13.2.3.2). */
const DECLARATION_BYTES = 1024;

/**
 * The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte order mark and otherwise to
 * the letter. An encoding that an HTML file declares is tried after UTF-8. Binary files are refused.
 *
 * Gets wrong: other single-byte encodings (KOI8-R, ISO 8859-2) in plain text read as Windows-1252.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = findMark(bytes) ?? guessUtf16(bytes) ?? 'utf-8';
  const text = tryDecode(bytes, encoding) ?? tryDecode(bytes, findDeclared(bytes) ?? 'windows-1252');
  if (text === undefined) return { ok: false, reason: phrase('articles.not-text') };
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length * MOST_CONTROLS) {
    return { ok: false, reason: phrase('articles.binary') };
  }
  return { ok: true, text, encoding };
}

function findMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function guessUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = (bytes.length / 2) * UTF_16_ZEROS;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

function findDeclared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  return DECLARED.exec(head)?.[1];
}

/** Node's own decoder reads Windows-1252 as Latin-1 in the versions we run on, so only UTF-8, where it is strict, is left to it. */
function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding !== 'utf-8') return iconv.encodingExists(encoding) ? iconv.decode(bytes, encoding) : undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
