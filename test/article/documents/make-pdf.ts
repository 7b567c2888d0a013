import PdfDocument from 'pdfkit';

/** Points: A4, a margin of an inch, letters of 11 on a leading of 14. */
const PAGE = { width: 595, height: 842 } as const;
const MARGIN = 72;
const SIZE = 11;
const LEADING = 14;

/** A line as it is to stand on a page. */
export interface PlacedLine {
  readonly text: string;
  readonly size?: number;
  /** Points to the right of the margin. */
  readonly indent?: number;
  /** Points above it beyond the usual leading. */
  readonly above?: number;
}

/** A page to print: its lines from the top, and what is above and below them. */
export interface PlacedPage {
  readonly lines: readonly (string | PlacedLine)[];
  readonly header?: string;
  readonly footer?: string;
}

/** A PDF of these pages, each line at its place, as a press or an office makes them. */
export async function makePdf(
  pages: readonly PlacedPage[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    autoFirstPage: false,
    size: [PAGE.width, PAGE.height],
    margin: 0,
    ...options,
  });
  for (const { lines, header, footer } of pages) {
    pdf.addPage();
    if (header !== undefined) put(pdf, header, { y: 30, size: 9 });
    let y = MARGIN;
    for (const line of lines) {
      const { text, size = SIZE, indent = 0, above = 0 } = typeof line === 'string' ? { text: line } : line;
      y += above;
      put(pdf, text, { y, size, x: MARGIN + indent });
      y += Math.max(LEADING, size * 1.25);
    }
    if (footer !== undefined) put(pdf, footer, { y: PAGE.height - 40, size: 9 });
  }
  return finish(pdf);
}

/** A page of shapes alone, as a scanner makes one. */
export async function makePicturePdf(): Promise<Uint8Array> {
  const pdf = new PdfDocument();
  pdf.rect(72, 72, 300, 400).fill('#888');
  return finish(pdf);
}

function put(
  pdf: PDFKit.PDFDocument,
  text: string,
  { x = MARGIN, y, size }: { x?: number; y: number; size: number },
): void {
  pdf.fontSize(size).text(text, x, y, { lineBreak: false });
}

async function finish(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.on('data', (part: Buffer) => parts.push(part));
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}
