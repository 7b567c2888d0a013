import type { Article, Paragraph } from './article.js';
import { cellsOf } from './row-cells.js';
import type { Span } from './span.js';

/** A row as a sentence that says it, for who reads sentences only; and where in it each cell is. */
export interface SpelledRow {
  readonly words: string;
  readonly cells: readonly { readonly cell: Span; readonly start: number; readonly end: number }[];
}

/**
 * A table's row said in words: "The price of adult is 8 crowns." for "Adult | 8 crowns" under "Who | Price", "The length is 42 metres." for a row
 * of two cells under no header. It is read in the row's place and never shown.
 */
export function spellRow(
  { text }: Pick<Article, 'text'>,
  row: Pick<Paragraph, 'start' | 'end' | 'lead'>,
): SpelledRow {
  const cells = cellsOf(text, row);
  const headers =
    row.lead === null ? [] : cellsOf(text, row.lead).map(({ start, end }) => text.slice(start, end));
  const [label = { start: row.start, end: row.start }, ...values] = cells;
  const name = lower(text.slice(label.start, label.end));
  const placed: { cell: Span; start: number; end: number }[] = [];
  let words = '';
  const put = (cell: Span): void => {
    const own = text.slice(cell.start, cell.end);
    placed.push({ cell, start: words.length, end: words.length + own.length });
    words += own;
  };
  for (const [i, value] of values.entries()) {
    if (value.start === value.end) continue;
    const header = lower(headers[i + 1] ?? '');
    const subject = header === '' ? `The ${name}` : `The ${header} of ${name}`;
    words += `${words === '' ? subject : `, and ${lower(subject)}`} is `;
    put(value);
  }
  if (words === '') put(label);
  return { words: `${words}.`, cells: placed };
}

/** Without the capital that its place in a table gave a word; the reader takes small letters and capitals for the same. */
function lower(words: string): string {
  return (words[0]?.toLowerCase() ?? '') + words.slice(1);
}
