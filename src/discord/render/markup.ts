import { balanceDirection } from '../../messages/direction.js';

/**
 * Every character of Discord's markup that can begin or end something, wherever it is; a colon only if an
 * emoji or an address could follow; a bullet or an item's number only at the start of a line.
 *
 * discord.js's `escapeMarkdown` is not enough: it leaves a line's second masked link, quotes, subtext, mentions and
 * timestamps live. Escapes more than it must in places ("a > b"), which no reader can see.
 */
const LIVE = /[\\*_~`|<>#@[\]]|:(?=\S)|(?<=(?:^|[\v\f\u0085])\s*)[-+]|(?<=(?:^|[\v\f\u0085])\s*\d+)[.)]/gmu;

/** An escaped character. Discord un-escapes anything but letters, digits and white space. */
const ESCAPED = /\\([^0-9A-Za-z\s])/gu;

/** What some reader takes for the end of a line; Discord itself knows only `\n`. */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** The text with a backslash before all that Discord could take for markup; `unescapeMarkup` gives the text back. */
export function escapeMarkup(text: string): string {
  return text.replace(LIVE, '\\$&');
}

/** Where `escapeMarkup` puts its backslashes: offsets into the text, in order. */
export function findMarkup(text: string): number[] {
  return Array.from(text.matchAll(LIVE), (match) => match.index);
}

/** What a reader sees of an escaped text. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(ESCAPED, '$1');
}

/** Room for `…` and for an escape that only the line's start needs. */
const SLACK = 2;

/** White space, but for the kinds that keep what they part on one line: French has them before some of its marks. */
const BREAKABLE = /[^\S\u00A0\u202F]+/gu;

/** The text on one line, escaped and with no change of direction left open, in at most `limit` characters; shortened at its end with `…`. */
export function escapeLine(text: string, limit: number): string {
  const line = balanceDirection(text).replace(BREAKABLE, ' ').trim();
  const whole = escapeMarkup(line);
  if (whole.length <= limit) return toWellFormed(whole);
  const points = Array.from(line);
  let length = SLACK;
  let kept = 0;
  for (const point of points) {
    length += escapeMarkup(point).length + (point === ':' ? 1 : 0);
    if (length > limit) break;
    kept += 1;
  }
  return toWellFormed(`${escapeMarkup(balanceDirection(points.slice(0, kept).join('')).trimEnd())}…`);
}

/** The text with each half of a broken surrogate pair replaced by U+FFFD, as Discord refuses such text. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
