import { commonest, type PdfLine } from './pdf-line.js';

/** What a page shows above and below its text: the outer eighths of its height. */
const MARGIN = 0.125;

/** A line that is in the margin of so many pages is no text of any of them; left and right pages often alternate. */
const SHARE_OF_PAGES = 0.4;
const FEWEST_PAGES = 2;

/** Lines at the top and at the bottom of a page that may be a header or a footer. */
const OUTER_LINES = 3;

/** A gap so many times that between lines of the text sets a header or a footer apart; so do letters of another size. */
const WIDER_GAP = 1.4;
/** The gap between base lines in letter sizes if a page has too few lines to tell. */
const USUAL_LEADING = 1.3;
/** Points in which two sizes of letters differ. */
const OTHER_SIZE = 0.5;

/** A page number by itself: "12", "– 12 –", "Page 3 of 9", "iv". */
const PAGE_NUMBER =
  /^[\s\p{Pd}|[\]()]*(?:(?:page|p\.|seite|página|стр\.|עמוד)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur|из|מתוך)\s*\d{1,4})?[\s\p{Pd}|[\]()]*$/iu;

/** A number at either end of a line: the page's own, if it counts on from page to page. */
const END_NUMBERS = [/^(\d{1,4})(?:\s+\D|$)/u, /\D\s+(\d{1,4})$/u];

/**
 * The lines that are headers, footers and page numbers: in the outer eighth of the page, set apart from its text by a gap or by their size, and the outermost as a page number, or but for
 * its numbers the same on four pages of ten, at least on two, or with a number at one end that counts on as the pages do.
 *
 * Gets wrong: a header without a number that changes with every page, as in a dictionary.
 */
export function findPdfFurniture(
  lines: readonly PdfLine[],
  pages: number,
  pageHeight: (page: number) => number,
): Set<PdfLine> {
  const { outer, outermost } = findOuter(lines, pageHeight);
  const pagesOf = new Map<string, Set<number>>();
  for (const line of outer) {
    const key = toKey(line);
    pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(line.page));
  }
  const enough = Math.max(FEWEST_PAGES, pages * SHARE_OF_PAGES);
  const counting = findCounting(outer, Math.max(FEWEST_PAGES + 1, enough));
  return new Set(
    outer.filter(
      (line) =>
        (outermost.has(line) && PAGE_NUMBER.test(line.text)) ||
        counting.has(line) ||
        (pagesOf.get(toKey(line))?.size ?? 0) >= enough,
    ),
  );
}

/** The lines with a number at one end that is always the same number of pages away from its page's place in the file. */
function findCounting(outer: readonly PdfLine[], enough: number): Set<PdfLine> {
  const byDistance = new Map<number, PdfLine[]>();
  for (const line of outer) {
    for (const pattern of END_NUMBERS) {
      const number = pattern.exec(line.text)?.[1];
      if (number === undefined) continue;
      const distance = Number(number) - line.page;
      byDistance.set(distance, [...(byDistance.get(distance) ?? []), line]);
    }
  }
  const groups = [...byDistance.values()];
  return new Set(groups.filter((lines) => new Set(lines.map(({ page }) => page)).size >= enough).flat());
}

interface OuterLines {
  readonly outer: readonly PdfLine[];
  /** The first and the last line of each page. */
  readonly outermost: ReadonlySet<PdfLine>;
}

function findOuter(lines: readonly PdfLine[], pageHeight: (page: number) => number): OuterLines {
  const byPage = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const own = byPage.get(line.page);
    if (own === undefined) byPage.set(line.page, [line]);
    else own.push(line);
  }
  const body = measureBody([...byPage.values()]);
  const outer = new Set<PdfLine>();
  const outermost = new Set<PdfLine>();
  for (const [page, own] of byPage) {
    const height = pageHeight(page);
    const down = own.toSorted((a, b) => b.y - a.y);
    for (const line of [...down.slice(0, 1), ...down.slice(-1)]) outermost.add(line);
    for (const line of setApart(down, body)) if (line.y > height * (1 - MARGIN)) outer.add(line);
    for (const line of setApart(down.toReversed(), body)) if (line.y < height * MARGIN) outer.add(line);
  }
  return { outer: [...outer], outermost };
}

/** The size of most letters, and the gap between most base lines of them. */
interface BodyMeasure {
  readonly size: number;
  readonly leading: number;
}

function measureBody(pages: readonly (readonly PdfLine[])[]): BodyMeasure {
  const sizes = new Map<number, number>();
  for (const { size, text } of pages.flat()) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const size = commonest(sizes);
  const gaps = new Map<number, number>();
  for (const lines of pages) {
    const down = lines.toSorted((a, b) => b.y - a.y);
    for (const [i, { y }] of down.entries()) {
      const gap = Math.round((y - (down[i + 1]?.y ?? y)) * 2) / 2;
      if (gap > 0 && gap < size * 2) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    }
  }
  return { size, leading: commonest(gaps) || size * USUAL_LEADING };
}

/**
 * Of a page's lines from one edge on, the first few that a wider gap parts from the rest, or that are of another size than the text. Behind the
 * first such gap only lines that are alone: two and more are the text's first paragraph.
 */
function setApart(lines: readonly PdfLine[], { size, leading }: BodyMeasure): readonly PdfLine[] {
  const near = lines.slice(0, OUTER_LINES);
  const isBeforeGap = near.map((line, i) => {
    const next = lines[i + 1];
    return next === undefined || Math.abs(line.y - next.y) > leading * WIDER_GAP;
  });
  let last = isBeforeGap.indexOf(true);
  while (last !== -1 && isBeforeGap[last + 1] === true) last += 1;
  return near.filter((line, i) => i <= last || Math.abs(line.size - size) > OTHER_SIZE);
}

function toKey({ text }: PdfLine): string {
  return text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
}
