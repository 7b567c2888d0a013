import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';

/** A Word file with a heading, paragraphs, a list and a table. */
export async function makeDocx(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const row = (...texts: string[]): TableRow => new TableRow({ children: texts.map(cell) });
  const document = new Document({
    title: 'The ferry',
    creator: 'Ida Moe',
    sections: [
      {
        children: [
          new Paragraph({ text: 'The ferry to Norrey', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('The ferry sails at '),
              new TextRun({ text: 'nine', bold: true }),
              new TextRun('.'),
            ],
          }),
          new Paragraph({ text: 'It carries 40 cars.', bullet: { level: 0 } }),
          new Table({ rows: [row('Who', 'Price'), row('Adult', '8 crowns')] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Files of an archive by their paths, as texts. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function element(name: string, attributes: string, content: string): string {
  return `<${name} ${attributes}>${content}</${name}>`;
}

const CONTAINER = `<?xml version="1.0"?>${element(
  'container',
  'xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"',
  element(
    'rootfiles',
    '',
    element('rootfile', 'full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"', ''),
  ),
)}`;

const PACKAGE = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The pier &amp; the wall</dc:title><dc:creator>Ada Finch</dc:creator>
<dc:language>en</dc:language><dc:date>2031-03-03</dc:date><dc:publisher>Port Press</dc:publisher></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>`;

function page(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`;
}

/** The files of a book of two pages and a table of contents. */
export const BOOK: Readonly<Record<string, string>> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': CONTAINER,
  'OEBPS/book.opf': PACKAGE,
  'OEBPS/nav.xhtml': page('<nav><ol><li>One</li></ol></nav>'),
  'OEBPS/text/one.xhtml': page('<h1>The pier</h1><p>The pier fell on Monday.</p>'),
  'OEBPS/text/two b.xhtml': page('<h1>The wall</h1><p>The wall stands.</p>'),
};
