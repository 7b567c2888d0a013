/** A row of a table: the text of its cells, and whether it heads the rows below it. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly isHeader: boolean;
}

/** Words of a cell on average: more are the columns of a page, not of a table. */
const MOST_WORDS = 20;
/** Elements that tables of figures have not in their cells, and those for a page's layout have. */
const LAYOUT = 'table, p + p, h1, h2, h3, article, section, nav, form, div div';

/**
 * Whether a table holds data, whose cells say something only as rows, and not the layout of a page: two columns and rows at least, short cells,
 * none with paragraphs in it.
 */
export function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/iu.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector(LAYOUT) !== null) return false;
  const rows = rowsOf(table);
  const wide = rows.filter(({ cells }) => cells.length > 1);
  if (rows.length < 2 || wide.length < rows.length / 2) return false;
  const cells = rows.flatMap((row) => row.cells);
  const words = cells.reduce((sum, cell) => sum + (cell.match(/\S+/gu)?.length ?? 0), 0);
  return words <= cells.length * MOST_WORDS;
}

/**
 * The rows of a table in order. A row of header cells alone heads those below it; so does one in the table's head, and the first row
 * if it alone has no figures above a column of figures ("Who | Price").
 */
export function rowsOf(table: Element): TableRow[] {
  const rows = markedRowsOf(table);
  const [first, ...others] = rows;
  if (first === undefined || rows.some(({ isHeader }) => isHeader) || !isAboveFigures(first, others))
    return rows;
  return [{ ...first, isHeader: true }, ...others];
}

const FIGURE = /\p{N}/u;

function isAboveFigures({ cells }: TableRow, others: readonly TableRow[]): boolean {
  if (others.length < 2 || cells.length < 2 || cells.some((cell) => FIGURE.test(cell) || cell.trim() === ''))
    return false;
  return cells.some(
    (_, column) => others.filter((row) => FIGURE.test(row.cells[column] ?? '')).length * 2 > others.length,
  );
}

function markedRowsOf(table: Element): TableRow[] {
  return Array.from(table.querySelectorAll('tr'), (row) => {
    const cells = Array.from(row.children).filter((cell) => /^t[dh]$/iu.test(cell.nodeName));
    const isHeader =
      cells.length > 0 &&
      (row.parentElement?.nodeName.toLowerCase() === 'thead' ||
        (cells.length > 1 && cells.every((cell) => cell.nodeName.toLowerCase() === 'th')));
    return { cells: cells.map((cell) => cell.textContent ?? ''), isHeader };
  }).filter(({ cells }) => cells.length > 0);
}

/** Words of a value in a list of pairs at most: more are a glossary's, which is prose. */
const MOST_PAIR_WORDS = 12;

/** The rows of a list of names and values (`<dl>`: "Tent", "12 crowns a night"), if each name has its value and none is prose; null for any other list. */
export function pairsOf(list: Element): TableRow[] | null {
  const parts = Array.from(list.querySelectorAll('dt, dd'));
  const rows: TableRow[] = [];
  let names: string[] = [];
  for (const part of parts) {
    const words = part.textContent ?? '';
    if (part.querySelector('p, ul, ol, dl, table, div') !== null) return null;
    if (part.nodeName.toLowerCase() === 'dt') names.push(words);
    else {
      if (names.length === 0 || (words.match(/\S+/gu)?.length ?? 0) > MOST_PAIR_WORDS) return null;
      for (const name of names) rows.push({ cells: [name, words], isHeader: false });
      names = [];
    }
  }
  return rows.length < 2 || names.length > 0 ? null : rows;
}
