import type { Article, Paragraph } from '../article/article.js';
import { cellsOf } from '../article/row-cells.js';
import type { AskedKind } from '../language/asked-kind.js';
import type { Question } from '../language/question.js';
import { findKeys } from '../language/word-keys.js';

/** Kinds of question that a figure answers. */
const FIGURES: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'number',
  'amount',
  'percent',
  'age',
  'measure',
  'date',
  'duration',
]);
/** Kinds that no figure answers. */
const NAMES: ReadonlySet<AskedKind> = new Set<AskedKind>(['person', 'group', 'place']);
/** Kinds that no cell answers. */
const NO_CELL: ReadonlySet<AskedKind> = new Set<AskedKind>(['reason', 'manner', 'statement', 'yes-no']);
const FIGURE = /\p{N}|^(?:free|none|closed|noon|midnight)$/iu;

/**
 * Whether a question names a table's row by its first cell, as no other row of the table, and asks for what is in the others: by a word
 * of their header ("Who is the captain on Saturday?"), for a figure if they have one ("When … on Wednesday?"), or for whatever it
 * is if there is but one ("What does an adult pay?").
 *
 * Gets wrong: a question for some other figure about what a row is called by ("How many adults came?").
 */
export function namesRow({ terms, kind }: Question, article: Article, row: Paragraph): boolean {
  if (NO_CELL.has(kind)) return false;
  const asked = new Set(terms.map(({ key }) => key));
  const own = countNamed(article, row, asked);
  if (own === 0) return false;
  const others = rowsBeside(article, row);
  if (others.some((other) => countNamed(article, other, asked) >= own)) return false;
  const [, ...values] = wordsOf(article, row);
  const [, ...headers] = row.lead === null ? [] : wordsOf(article, row.lead);
  const isHeadAsked = headers.some((header) => findKeys(header).some((key) => asked.has(key)));
  if (NAMES.has(kind) && values.every((value) => FIGURE.test(value))) return false;
  if (FIGURES.has(kind)) return values.some((value) => FIGURE.test(value));
  return isHeadAsked || values.length === 1;
}

/** Words of a row's first cell that the question has. */
function countNamed(article: Article, row: Paragraph, asked: ReadonlySet<string>): number {
  const [label = ''] = wordsOf(article, row);
  return findKeys(label).filter((key) => asked.has(key)).length;
}

function wordsOf({ text }: Article, row: Pick<Paragraph, 'start' | 'end'>): string[] {
  return cellsOf(text, row).map(({ start, end }) => text.slice(start, end));
}

/** The other rows of a table: those that follow one another under the same header, or under none. */
function rowsBeside({ paragraphs }: Article, row: Paragraph): Paragraph[] {
  const at = paragraphs.indexOf(row);
  const isOfTable = (other: Paragraph | undefined): other is Paragraph =>
    other?.kind === 'row' && other.lead?.start === row.lead?.start;
  const beside: Paragraph[] = [];
  for (const step of [-1, 1]) {
    for (let i = at + step; ; i += step) {
      const other = paragraphs[i];
      if (!isOfTable(other)) break;
      beside.push(other);
    }
  }
  return beside;
}
