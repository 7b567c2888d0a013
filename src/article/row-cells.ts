import { type Span, trimSpan } from './span.js';

/** A bar that parts two cells; Markdown writes one within a cell as `\|`. */
const BAR = /(?<!\\)\|/gu;

/** The cells of a table's row as spans into the text, without the white space around them; an empty cell is an empty span. */
export function cellsOf(text: string, row: Span): Span[] {
  const bars = Array.from(text.slice(row.start, row.end).matchAll(BAR), ({ index }) => row.start + index);
  const ends = [...bars, row.end];
  return ends.map((end, i) => trimSpan(text, { start: i === 0 ? row.start : (ends[i - 1] ?? 0) + 1, end }));
}
