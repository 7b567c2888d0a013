/** A word that a line's end cuts: letters, a hyphen, and the next line goes on with small letters. */
const CUT = /(\p{L}+)[-\u2010]$/u;
const GOES_ON = /^(\p{Ll}[\p{L}\p{M}]*)/u;

/** U+00AD: where a word may be cut, and shows nothing if it is not. */
const SOFT_HYPHEN = '\u00ad';

/** Words of a text that are written with a hyphen, in lower case: what a hyphen at a line's end is compared with. */
export function findHyphenated(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) found.add(word.toLowerCase());
  }
  return found;
}

/**
 * The lines of a paragraph as one text. A space is where a line ended; a word that was cut by a hyphen there has a
 * soft hyphen instead, which shows nothing and lets nobody miss the word, unless the text writes the word with a hyphen elsewhere.
 *
 * Gets wrong: "well-" and "known" at a line's end if the text has "well-known" nowhere else.
 */
export function joinLines(lines: readonly string[], hyphenated: ReadonlySet<string>): string {
  let text = '';
  let last = '';
  for (const line of lines) {
    const before = CUT.exec(last)?.[1];
    const after = GOES_ON.exec(line)?.[1];
    if (before === undefined) text += text === '' ? line : ` ${line}`;
    else if (after === undefined || hyphenated.has(`${before}-${after}`.toLowerCase())) text += line;
    else text = text.slice(0, -1) + SOFT_HYPHEN + line;
    last = line;
  }
  return text;
}
