import iconv from 'iconv-lite';

/**
 * The standard's name of an encoding that a label states (https://encoding.spec.whatwg.org/#names-and-labels: `iso-8859-1` is Windows-1252, as
 * pages mean it); null for a label of none ("utf8mb4", "base64", "hex").
 */
export function nameEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** The text of bytes in an encoding of the standard. Node's own decoder reads Windows-1252 as Latin-1 in the versions we run on, so it has only what iconv-lite has not. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.encodingExists(encoding)
    ? iconv.decode(Buffer.from(bytes), encoding)
    : new TextDecoder(encoding).decode(bytes);
}

/** What the first bytes say; undefined if they are no mark. */
export function findMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** How the bytes of a text above 127 stand to UTF-8. */
export interface Utf8Fit {
  /** Characters of two bytes and more. */
  readonly whole: number;
  /** Stretches that are none. */
  readonly broken: number;
  /** Whether the text ends within a character, and is UTF-8 but for that. */
  readonly isCut: boolean;
}

/** Counts the characters of UTF-8 beyond ASCII, and the bytes that are of none. */
export function measureUtf8(bytes: Uint8Array): Utf8Fit {
  let whole = 0;
  let broken = 0;
  let isCut = false;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const length = lengthOf(lead);
    let seen = 1;
    while (seen < length && isFollowing(bytes[i + seen])) seen += 1;
    if (length > 1 && seen === length) whole += 1;
    else {
      broken += 1;
      isCut = length > 1 && i + seen === bytes.length && (seen > 1 || CUT_LEADS.has(lead));
    }
    i += seen;
  }
  return { whole, broken, isCut: isCut && broken === 1 };
}

/** Bytes that begin nearly every accented letter and curly mark in UTF-8, and end no text in Windows-1252 (they are "Â", "Ã", "â"). */
const CUT_LEADS = new Set([0xc2, 0xc3, 0xe2]);

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

function isFollowing(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
