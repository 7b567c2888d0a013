/** A piece of text as a PDF places it, in points from the lower left corner of its page (PDF 32000-1, 9.4.4). */
export interface PdfItem {
  readonly str: string;
  readonly width: number;
  /** The matrix `[a, b, c, d, x, y]`; the size of its letters is the length of `(c, d)`. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** A line of a page, in points; `y` is its base line, counted from the lower edge of the page. */
export interface PdfLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** The size of most of its letters. */
  readonly size: number;
}

/** What lies further from the base line than this share of a letter's size is another line and no raised mark. */
const OTHER_LINE = 0.6;

/** A gap wider than this share of a letter's size is a space that the PDF leaves out: narrow spaces are 0.2, kerning stays below 0.1. */
const SPACE = 0.15;

interface OpenLine {
  text: string;
  left: number;
  right: number;
  y: number;
  readonly letters: Map<number, number>;
}

/**
 * The lines of a page, in the order in which the PDF writes them, which is the order in which people read nearly all of them;
 * white space is folded and empty lines are left out.
 *
 * Gets wrong: a page whose columns are written line by line across.
 */
export function findPdfLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: OpenLine | null = null;
  const close = (): void => {
    if (open === null) return;
    const text = open.text.replace(/\s+/gu, ' ').trim();
    const { left, right, y, letters } = open;
    if (text !== '') lines.push({ text, page, left, right, y, size: commonest(letters) });
    open = null;
  };
  for (const { str, width, transform, hasEOL } of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform;
    const size = Math.hypot(c, d);
    if (open !== null && str.trim() !== '') {
      const far = Math.max(size, commonest(open.letters)) * OTHER_LINE;
      const goesBack = x + width < open.left;
      if (Math.abs(open.y - y) > far || goesBack) close();
      else if (x - open.right > size * SPACE) open.text += ' ';
    }
    if (str !== '') {
      open ??= { text: '', left: x, right: x, y, letters: new Map() };
      open.text += str;
      const count = str.trim().length;
      if (count > 0) {
        open.right = Math.max(open.right, x + width);
        const rounded = Math.round(size * 2) / 2;
        open.letters.set(rounded, (open.letters.get(rounded) ?? 0) + count);
      }
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** The key with the highest count; 0 if there is none. */
export function commonest(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) {
      best = value;
      most = count;
    }
  }
  return best;
}
