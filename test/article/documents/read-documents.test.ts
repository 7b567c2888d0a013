import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocumentBody, ReadDocument } from '../../../src/article/documents/document.js';
import { readAnySource } from '../../../src/article/documents/read-any-source.js';
import { readDocx } from '../../../src/article/documents/read-docx.js';
import { readEpub } from '../../../src/article/documents/read-epub.js';
import { BOOK, makeDocx, zip } from './make-documents.js';
import { makePdf } from './make-pdf.js';

async function body(read: ReadDocument, bytes: Uint8Array): Promise<DocumentBody> {
  const parsed = await read(bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reason));
  return parsed.body;
}

function list({ text, blocks }: DocumentBody): string[] {
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('a Word file', () => {
  it('has its headings, paragraphs and lists in order, and says what it is called and by whom', async () => {
    const docx = await body(readDocx, await makeDocx());
    expect(list(docx).slice(0, 3)).toEqual([
      'heading: The ferry to Norrey',
      'text: The ferry sails at nine.',
      'text: It carries 40 cars.',
    ]);
    expect(docx.text).toContain('8 crowns');
    expect(docx.meta).toMatchObject({ title: 'The ferry', author: 'Ida Moe' });
  });

  it.each([
    [
      'has a password or is an old one',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'articles.old-or-locked',
    ],
    ['is none', new TextEncoder().encode('The pier fell.'), 'articles.damaged'],
    ['is another archive', zip({ 'a.xml': '<a/>' }), 'articles.damaged'],
    ['is empty', new Uint8Array(), 'articles.damaged'],
  ])('is refused if it %s', async (_, bytes, message) => {
    expect(await readDocx(bytes)).toMatchObject({ ok: false, reason: { message } });
  });

  it('is refused while it is small if it would unpack to gigabytes', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await readDocx(bomb)).toMatchObject({
      ok: false,
      reason: { message: 'articles.unpacks-too-much' },
    });
  });
});

describe('a book', () => {
  it('has the pages of its spine in their order without the table of contents, and what its package says', async () => {
    const book = await body(readEpub, zip(BOOK));
    expect(list(book)).toEqual([
      'heading: The pier',
      'text: The pier fell on Monday.',
      'heading: The wall',
      'text: The wall stands.',
    ]);
    expect(book.meta).toEqual({
      title: 'The pier & the wall',
      url: null,
      author: 'Ada Finch',
      publisher: 'Port Press',
      published: '2031-03-03',
      language: 'en',
    });
  });

  it('is refused if its pages are encrypted, and read if its fonts alone are', async () => {
    const encrypted = (uri: string): Uint8Array =>
      zip({
        ...BOOK,
        'META-INF/encryption.xml': `<encryption><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
      });
    expect(await readEpub(encrypted('OEBPS/text/one.xhtml'))).toMatchObject({
      ok: false,
      reason: { message: 'articles.encrypted' },
    });
    expect((await readEpub(encrypted('OEBPS/fonts/a.otf'))).ok).toBe(true);
  });

  it.each(['META-INF/container.xml', 'OEBPS/book.opf'])('is refused without its %s', async (missing) => {
    const rest = Object.fromEntries(Object.entries(BOOK).filter(([path]) => path !== missing));
    expect(await readEpub(zip(rest))).toMatchObject({ ok: false, reason: { message: 'articles.damaged' } });
  });

  it('is read as far as its pages are there', async () => {
    const { 'OEBPS/text/one.xhtml': _, ...rest } = BOOK;
    expect(list(await body(readEpub, zip(rest)))).toEqual(['heading: The wall', 'text: The wall stands.']);
  });
});

describe('a document as an article', () => {
  it('counts paragraphs on each page, and has headers and page numbers beside its text', async () => {
    const bytes = await makePdf([
      { footer: '1', lines: ['The pier fell on Monday.', { above: 20, text: 'Nobody was hurt.' }] },
      { footer: '2', lines: ['The wall stands.', { above: 20, text: 'Tickets cost 8 crowns.' }] },
    ]);
    const parsed = await readAnySource({ file: 'town/pier.pdf', bytes });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.reason));
    const { id, meta, text, paragraphs, asides } = parsed.article;
    expect([id, meta.title]).toEqual(['town/pier', 'Pier']);
    expect(paragraphs.map(({ start, end, page, number }) => [page, number, text.slice(start, end)])).toEqual([
      [1, 1, 'The pier fell on Monday.'],
      [1, 2, 'Nobody was hurt.'],
      [2, 1, 'The wall stands.'],
      [2, 2, 'Tickets cost 8 crowns.'],
    ]);
    expect(asides.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['running', '1'],
      ['running', '2'],
    ]);
  });

  it('never throws, whatever its bytes are', async () => {
    const whole = [await makeDocx(), zip(BOOK), await makePdf([{ lines: ['The pier fell.'] }])];
    const file = fc.constantFrom('a.pdf', 'a.docx', 'a.epub');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255), fc.nat()).map(([from, at, value, end]) => {
        const changed = from.slice(0, 1 + (end % from.length));
        changed[at % changed.length] = value;
        return changed;
      }),
    );
    await fc.assert(
      fc.asyncProperty(file, bytes, async (name, content) => {
        const parsed = await readAnySource({ file: name, bytes: content });
        if (!parsed.ok) expect(parsed.reason.message).toMatch(/^articles\./u);
      }),
      { numRuns: 60 },
    );
  });
});
