import { analyse } from 'chardet';
import { type Phrase, phrase } from '../messages/phrase.js';
import { decodeAs, findMark, measureUtf8, nameEncoding } from './encodings.js';
import { findRareEncoding } from './rare-encodings.js';

/** The text of a file with what a reader of it should know, or why it has none. */
export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: string;
      /** Characters that stand for bytes of no character. */
      readonly replaced: number;
    }
  | { readonly ok: false; readonly reason: Phrase };

/**
 * Control characters that no text has; tabs, line feed, form feed and carriage return aside. Those from U+0080 on are no sign: marks of
 * Windows-1252 that a program took for Latin-1 ("the pier\u0092s wall").
 */
const CONTROL = /(?![\t\n\v\f\r\x80-\x9f])\p{Cc}/gu;

/** Share of control characters from which a file is taken for binary: Windows-1252 decodes any bytes at all. */
const MOST_CONTROLS = 0.001;

/** Share of zero bytes in every second place from which a file without a mark is taken for UTF-16. */
const UTF_16_ZEROS = 0.3;

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/iu;

/** How much of an HTML file is searched for its declared encoding, in bytes (HTML standard, 13.2.3.2). */
const DECLARATION_BYTES = 1024;

/** What a detector has to be sure of an encoding, of 100: below it a file is in Windows-1252, the commonest. */
const SURE = 20;

/** Bytes that the detector looks at: it takes a second for a megabyte, and its counts do not change after some pages. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file in any encoding of the web, without its byte order mark and otherwise to the letter. UTF-8 goes before all others if the
 * bytes are whole in it; with broken ones it stays if they are fewer than the whole ones, and each of them becomes `\ufffd`. Else what
 * an HTML file declares counts, and then what chardet tells of the bytes. Binary files are refused.
 *
 * Gets wrong: a file of a few words in one of several encodings that give nearly the same letters (Windows-1250, ISO 8859-2).
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  const controls = decoded.text.match(CONTROL)?.length ?? 0;
  if (controls > decoded.text.length * MOST_CONTROLS) return { ok: false, reason: phrase('articles.binary') };
  return { ok: true, ...decoded };
}

function decode(bytes: Uint8Array): { text: string; encoding: string; replaced: number } {
  const utf16 = findMark(bytes) ?? guessUtf16(bytes);
  if (utf16 !== undefined && utf16 !== 'utf-8') return decodeIn(bytes, utf16);
  const { whole, broken, isCut } = measureUtf8(bytes);
  const other = broken === 0 && !hasEscapes(bytes) ? null : (findDeclared(bytes) ?? null);
  if (broken === 0 && (other === null || !other.startsWith('iso-2022-')))
    return { ...decodeIn(bytes, 'utf-8'), replaced: 0 };
  if (utf16 === 'utf-8' || isCut || (broken > 0 && broken <= whole)) return decodeIn(bytes, 'utf-8');
  return decodeIn(bytes, other ?? detect(bytes));
}

/** A replacement character that is in the file itself counts too: it was one when the file was written. */
function decodeIn(bytes: Uint8Array, encoding: string): { text: string; encoding: string; replaced: number } {
  const text = encoding === 'utf-8' ? new TextDecoder('utf-8').decode(bytes) : decodeAs(bytes, encoding);
  const unmarked = text.replace(/^\ufeff/u, '');
  return { text: unmarked, encoding, replaced: unmarked.match(/\ufffd/gu)?.length ?? 0 };
}

function hasEscapes(bytes: Uint8Array): boolean {
  return bytes.includes(0x1b);
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

/** What an HTML file says of itself, if a page can say so: one that is read as bytes is in neither UTF-16 nor broken UTF-8. */
function findDeclared(bytes: Uint8Array): string | undefined {
  const head = decodeAs(bytes.subarray(0, DECLARATION_BYTES), 'windows-1252');
  const encoding = nameEncoding(DECLARED.exec(head)?.[1] ?? '');
  return encoding === null || /^(?:utf-|replacement|x-user-defined)/u.test(encoding) ? undefined : encoding;
}

function detect(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const rare = findRareEncoding(sample);
  if (rare !== null) return rare;
  const [likeliest] = analyse(sample).filter(({ name }) => !/^(?:UTF|ASCII)/u.test(name));
  if (likeliest === undefined || likeliest.confidence < SURE) return 'windows-1252';
  return nameEncoding(likeliest.name) ?? 'windows-1252';
}
