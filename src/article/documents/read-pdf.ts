import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { z } from 'zod';
import { type Phrase, phrase } from '../../messages/phrase.js';
import { isLanguageTag, NOTHING_STATED, type StatedMeta } from '../front-matter.js';
import type { Block } from '../paragraphs.js';
import type { DocumentBody, ParsedDocument } from './document.js';
import { findHyphenated, joinLines } from './join-lines.js';
import { findPdfFurniture } from './pdf-furniture.js';
import { findPdfLines, type PdfItem, type PdfLine } from './pdf-line.js';
import { findPdfParagraphs, type PdfParagraph } from './pdf-paragraphs.js';

/** Pages of a PDF at most: a long report has 300; each takes some 20 ms. */
export const MOST_PAGES = 1000;

/** Code units of all pages' text at most, as of any article's (see `ARTICLE_LIMITS`). */
const MOST_TEXT = 2 * 1024 * 1024;

/** A title that a program left there is none: a file's name, or a word for nothing. */
const NO_TITLE = /^(?:untitled.*|microsoft word.*|document\d*|.*\.(?:docx?|odt|pdf|tex|indd|pptx?|rtf))$/iu;

/**
 * The text layer of a PDF, as PDF.js finds it: paragraphs joined over lines and pages, each with the page that it begins on; headers,
 * footers and page numbers are furniture. A PDF of pictures alone, one that asks for a password, one that is damaged and one of too
 * many pages have that wrong with them.
 */
export async function readPdf(bytes: Uint8Array): Promise<ParsedDocument> {
  const { getDocumentProxy } = await import('unpdf');
  let pdf: PDFDocumentProxy;
  try {
    // PDF.js takes the bytes for its own and leaves nothing of them, hence the copy.
    pdf = await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    });
  } catch (error) {
    return { ok: false, reason: describeFailure(error) };
  }
  try {
    if (pdf.numPages > MOST_PAGES)
      return fail(phrase('articles.too-many-pages', { pages: pdf.numPages, most: MOST_PAGES }));
    return await readPages(pdf);
  } catch (error) {
    return { ok: false, reason: describeFailure(error) };
  } finally {
    await pdf.cleanup().catch(() => undefined);
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ParsedDocument> {
  const lines: PdfLine[] = [];
  const heights = new Map<number, number>();
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [, bottom = 0, , top = 0] = page.view;
    heights.set(number, top - bottom);
    const own = findPdfLines(
      items.filter((item): item is typeof item & PdfItem => 'str' in item),
      number,
    );
    for (const line of own) lines.push({ ...line, y: line.y - bottom });
    length += own.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_TEXT) return fail(phrase('articles.document-too-long', { most: MOST_TEXT }));
    page.cleanup();
  }
  if (length === 0) return fail(phrase('articles.scanned'));
  const furniture = findPdfFurniture(lines, pdf.numPages, (page) => heights.get(page) ?? 0);
  const paragraphs = findPdfParagraphs(lines, furniture);
  return { ok: true, body: { ...layOut(paragraphs, lines), meta: await readMeta(pdf, paragraphs) } };
}

function layOut(
  paragraphs: readonly PdfParagraph[],
  lines: readonly PdfLine[],
): Pick<DocumentBody, 'text' | 'blocks'> {
  const hyphenated = findHyphenated(lines.map(({ text }) => text));
  const blocks: Block[] = [];
  let text = '';
  for (const { kind, lines: own } of paragraphs) {
    const words = joinLines(
      own.map((line) => line.text),
      hyphenated,
    );
    if (text !== '') text += '\n\n';
    const page = own[0]?.page ?? 1;
    blocks.push({ start: text.length, end: text.length + words.length, kind, page });
    text += words;
  }
  return { text, blocks };
}

const infoSchema = z.object({
  Title: z.string().catch(''),
  Author: z.string().catch(''),
  Language: z.string().nullish().catch(null),
});

/** What the PDF says of itself; its title, if it states none, is the first heading of its first page. */
async function readMeta(pdf: PDFDocumentProxy, paragraphs: readonly PdfParagraph[]): Promise<StatedMeta> {
  const parsed = infoSchema.safeParse((await pdf.getMetadata().catch(() => null))?.info ?? {});
  const info = parsed.success ? parsed.data : { Title: '', Author: '', Language: null };
  const stated = fold(info.Title);
  const heading = paragraphs.find(({ kind, lines }) => kind === 'heading' && lines[0]?.page === 1);
  const language = info.Language ?? '';
  return {
    ...NOTHING_STATED,
    title:
      stated !== null && !NO_TITLE.test(stated)
        ? stated
        : fold(heading?.lines.map(({ text }) => text).join(' ') ?? ''),
    author: fold(info.Author),
    language: isLanguageTag(language) ? language : null,
  };
}

function fold(value: string): string | null {
  const folded = value.replace(/\s+/gu, ' ').trim();
  return folded === '' ? null : folded;
}

function fail(reason: Phrase): ParsedDocument {
  return { ok: false, reason };
}

/** PDF.js names what went wrong by the name of its exceptions. */
function describeFailure(error: unknown): Phrase {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked ? phrase('articles.encrypted') : phrase('articles.damaged', { format: 'pdf' });
}
