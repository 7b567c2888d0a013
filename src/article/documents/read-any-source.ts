import { NOTHING_STATED } from '../front-matter.js';
import { endingOf, makeArticle, readSource } from '../read-source.js';
import type { DocumentEnding, ParsedSource, SourceFile } from '../source-file.js';
import { DOCUMENT_ENDINGS } from '../source-file.js';
import type { ReadDocument } from './document.js';
import { readDocx } from './read-docx.js';
import { readEpub } from './read-epub.js';
import { readPdf } from './read-pdf.js';

const READERS: Readonly<Record<DocumentEnding, ReadDocument>> = {
  pdf: readPdf,
  docx: readDocx,
  epub: readEpub,
};

/** Reads a file of any kind into an article: a document by its own reader, anything else as `readSource` does. */
export async function readAnySource(source: SourceFile): Promise<ParsedSource> {
  const ending = DOCUMENT_ENDINGS.find((known) => known === endingOf(source.file));
  if (ending === undefined) return readSource(source);
  const parsed = await READERS[ending](source.bytes);
  return parsed.ok
    ? makeArticle(source, NOTHING_STATED, parsed.body)
    : { ok: false, line: null, reason: parsed.reason };
}
