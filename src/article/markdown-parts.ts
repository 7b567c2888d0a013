import { ARTICLE_LIMITS } from './limits.js';
import type { Span } from './span.js';

/** Lines from which on a part ends at the next place where nothing goes on. */
const ENOUGH = ARTICLE_LIMITS.markdownLines / 2;

const LINE = /[^\n\r]*(?:\r\n|[\n\r]|$)/uy;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
/** What keeps its lines to itself until it is closed (CommonMark 4.6, kinds 1 to 5), and how it is closed. */
const RAW: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<![A-Z]/iu, />/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
];
/** A line that begins something new whatever was before it: a heading, an item of a list, a quote. */
const BEGINS = /^(?:#{1,6}(?=\s)|[-*+](?=\s)|\d{1,9}[.)](?=\s)|>)/u;
const BLANK = /^\s*$/u;

/**
 * A Markdown text in parts that can be parsed each by itself, as a parser's time grows with the square of what it is given; a short
 * text is one part. A long one is parted where nothing goes on: before a heading, an item, a quote, or after a blank line; inside code
 * and comments never.
 *
 * Gets wrong: of `ARTICLE_LIMITS.markdownLines` lines in which there is no such place, the last begins another paragraph.
 */
export function splitMarkdown(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let lines = 0;
  let isAfterBlank = false;
  let closing: RegExp | null = null;
  for (LINE.lastIndex = 0; LINE.lastIndex < text.length; ) {
    const at = LINE.lastIndex;
    const line = LINE.exec(text)?.[0] ?? '';
    if (closing === null) {
      const isPlace = isAfterBlank ? /^\S/u.test(line) : BEGINS.test(line);
      if ((lines >= ENOUGH && isPlace) || lines >= ARTICLE_LIMITS.markdownLines) {
        parts.push({ start, end: at });
        start = at;
        lines = 0;
      }
      lines += 1;
      closing = closingOf(line);
    } else if (closing.test(line)) closing = null;
    isAfterBlank = BLANK.test(line);
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

/** What closes the code or the comment that a line opens; null if it opens none, or closes it itself. */
function closingOf(line: string): RegExp | null {
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}\\s*$`, 'u');
  const raw = RAW.find(([opening]) => opening.test(line));
  if (raw === undefined) return null;
  const rest = line.replace(raw[0], '');
  return raw[1].test(rest) ? null : raw[1];
}
