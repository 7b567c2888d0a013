import type { Span } from '../../article/span.js';
import type { Excerpt } from '../../bot/reply.js';
import { findMarkup, LINE_BREAK, toWellFormed } from './markup.js';

/** A space that keeps a footnote's mark on the line of the word before it, and of the one behind it. */
export const NO_BREAK = '\u00A0';

/** White space behind the last word, lines of which would take the mark away from it. */
const WHITE_END = /[\s\u0085]+$/u;

/** What shows that an excerpt goes on in the article. */
const ELLIPSIS = '…';

/**
 * The shown part of an excerpt as a block quote, its highlights in bold, with `…` if it was narrowed and the mark
 * of its footnote at the end, never alone on a line. A line break of the article stays one.
 */
export function quoteExcerpt(excerpt: Excerpt, shown: Span, mark: string): string {
  const body = setInBold(
    excerpt.article.text.slice(shown.start, shown.end).replace(WHITE_END, ''),
    findBold(excerpt, shown),
  );
  const lead = shown.start > excerpt.start ? ELLIPSIS : '';
  const tail = shown.end < excerpt.end ? ELLIPSIS : '';
  return toWellFormed(`> ${lead}${body.split('\n').join('\n> ')}${tail}${NO_BREAK}${mark}`);
}

/** The highlights within the shown part, relative to its start; touching ones become one, as `****` would end no bold. */
function findBold({ highlights }: Excerpt, shown: Span): Span[] {
  const found: Span[] = [];
  for (const highlight of highlights) {
    const start = Math.max(highlight.start, shown.start) - shown.start;
    const end = Math.min(highlight.end, shown.end) - shown.start;
    const last = found.at(-1);
    if (end <= start) continue;
    if (last !== undefined && start <= last.end) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

/** Escaped text with `**` around the spans, ended and begun again at line breaks; every line break becomes `\n`. */
function setInBold(text: string, spans: readonly Span[]): string {
  const escapes = new Set(findMarkup(text));
  const toMarkup = (from: number, to: number): string => {
    let markup = '';
    for (let at = from; at < to; at += 1) {
      const isSecondHalf = text.charAt(at) === '\n' && text.charAt(at - 1) === '\r';
      if (!isSecondHalf) markup += (escapes.has(at) ? '\\' : '') + text.charAt(at).replace(LINE_BREAK, '\n');
    }
    return markup;
  };
  let markup = '';
  let at = 0;
  for (const { start, end } of spans) {
    markup += toMarkup(at, start) + toMarkup(start, end).split('\n').map(embolden).join('\n');
    at = end;
  }
  return markup + toMarkup(at, text.length);
}

/** White space stays outside, as bold that holds nothing else would show its asterisks. */
function embolden(line: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(line) ?? [];
  return inner === '' ? line : `${before}**${inner}**${after}`;
}
