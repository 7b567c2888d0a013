import { commonest, type PdfLine } from './pdf-line.js';

/** Lines that make one paragraph, a heading, or what a page shows beside its text. */
export interface PdfParagraph {
  readonly kind: 'text' | 'heading' | 'running';
  readonly lines: readonly PdfLine[];
}

/** A gap between two base lines wider than so many times the usual one parts paragraphs. */
const WIDER_GAP = 1.3;

/** The gap between base lines in letter sizes, as presses have it, and how many gaps tell that of a text. */
const USUAL_LEADING = 1.3;
const FEWEST_GAPS = 6;

/** A first line that begins so many letter sizes to the right of the others begins a paragraph. */
const INDENT = 0.7;

/** A line that ends so many letter sizes before the longest ones ends its paragraph if it ends a sentence too. */
const SHORT_OF_MARGIN = 3;

/** Letters so many times as large as those of the text make a heading; it has at most so many characters. */
const LARGER = 1.15;
const LONGEST_HEADING = 200;

/** The share of a page's lines that end before its right edge: a tenth may reach beyond, as pictures' captions do. */
const LONG_LINES = 0.9;

const ENDS_SENTENCE = /[.!?:…。！？؟][\p{Pe}\p{Pf}"'”’\d]*$/u;
const BEGINS_ITEM = /^(?:[•◦▪‣·*–—-]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s)/u;

/**
 * The paragraphs of a PDF's lines, joined over lines and pages; headers, footers and page numbers follow the paragraph that
 * they would cut in two. A paragraph ends where the letters' size changes, the gap to the next line is wider than usual, the next line is
 * indented or begins a list's item, or a line that ends a sentence stops short of the margin.
 *
 * A page's end parts sentences only.
 *
 * Gets wrong: paragraphs without a gap, an indent or a short last line become one; a heading in the size of the text is a paragraph.
 */
export function findPdfParagraphs(
  lines: readonly PdfLine[],
  furniture: ReadonlySet<PdfLine>,
): PdfParagraph[] {
  const body = lines.filter((line) => !furniture.has(line));
  const size = commonestOf(body, ({ size: letters, text }) => [letters, text.length]);
  const edges = findRightEdges(body);
  const leading = findLeading(body, size);
  const paragraphs: PdfParagraph[] = [];
  let open: PdfLine[] = [];
  let beside: PdfParagraph[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push({ kind: isHeading(open, size) ? 'heading' : 'text', lines: open });
    paragraphs.push(...beside);
    open = [];
    beside = [];
  };
  for (const line of lines) {
    if (furniture.has(line)) {
      (open.length === 0 ? paragraphs : beside).push({ kind: 'running', lines: [line] });
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && isParted(last, line, edges, leading, isHanging(open))) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

/** For each page the right edge of its longest lines. */
type RightEdges = ReadonlyMap<number, number>;

/** Whether what follows may begin to the right of what is there, as below the mark of a list's item. */
function isHanging(open: readonly PdfLine[]): boolean {
  return open.length === 1 && BEGINS_ITEM.test(open[0]?.text ?? '');
}

function isParted(
  last: PdfLine,
  next: PdfLine,
  edges: RightEdges,
  leading: number,
  isHanging: boolean,
): boolean {
  if (Math.abs(last.size - next.size) > 0.5) return true;
  if (BEGINS_ITEM.test(next.text)) return true;
  if (last.page !== next.page) return ENDS_SENTENCE.test(last.text);
  const edge = edges.get(last.page) ?? 0;
  const endsHere = last.right < edge - last.size * SHORT_OF_MARGIN && ENDS_SENTENCE.test(last.text);
  const gap = last.y - next.y;
  if (gap < 0) return endsHere;
  if (leading > 0 && gap > Math.max(leading, last.size) * WIDER_GAP) return true;
  return endsHere || (!isHanging && next.left > last.left + next.size * INDENT);
}

/** The usual gap between base lines of the text, in points; that of any press if there are too few lines to tell. */
function findLeading(body: readonly PdfLine[], size: number): number {
  const gaps = pairs(body).flatMap(([a, b]) =>
    a.page === b.page && a.size === size && b.size === size && a.y > b.y
      ? [Math.round((a.y - b.y) * 2) / 2]
      : [],
  );
  return gaps.length < FEWEST_GAPS ? size * USUAL_LEADING : commonestOf(gaps, (gap) => [gap, 1]);
}

function findRightEdges(lines: readonly PdfLine[]): RightEdges {
  const rights = new Map<number, number[]>();
  for (const { page, right } of lines) {
    const values = rights.get(page);
    if (values === undefined) rights.set(page, [right]);
    else values.push(right);
  }
  return new Map([...rights].map(([page, values]) => [page, quantile(values, LONG_LINES)]));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function pairs(lines: readonly PdfLine[]): [PdfLine, PdfLine][] {
  return lines.slice(1).flatMap((line, i) => {
    const before = lines[i];
    return before === undefined ? [] : [[before, line] satisfies [PdfLine, PdfLine]];
  });
}

function commonestOf<Value>(
  values: readonly Value[],
  read: (value: Value) => readonly [key: number, weight: number],
): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const [key, weight] = read(value);
    if (key > 0) counts.set(key, (counts.get(key) ?? 0) + weight);
  }
  return commonest(counts);
}

function isHeading(lines: readonly PdfLine[], body: number): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_HEADING && lines.every(({ size }) => size > body * LARGER);
}
