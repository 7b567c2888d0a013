import { posix } from 'node:path';
import { type Phrase, phrase } from '../../messages/phrase.js';
import { decodeText } from '../decode.js';
import { isLanguageTag, NOTHING_STATED, type StatedMeta, toIsoDay } from '../front-matter.js';
import { readFragment } from '../html.js';
import type { Block } from '../paragraphs.js';
import type { ParsedDocument } from './document.js';
import { type Archive, unzip } from './unzip.js';
import { firstText, parseXml, type XmlTree } from './xml.js';

/** What a book holds besides pictures, sounds, styles and fonts. */
const IS_MARKUP = /(?:\.(?:xml|opf|xhtml|html?|ncx)|^mimetype)$/iu;

/** Fonts may be scrambled in a book that everybody may read (EPUB 3.3, 4.2.6.3.2). */
const IS_FONT = /\.(?:otf|ttf|woff2?)$/iu;

/**
 * The text of a book (EPUB 3.3 and 2.0.1): the pages of its spine in their order, without its table of contents, and what its
 * package says of it. What is wrong with it is a value: encryption, damage, too much to unpack.
 */
export async function readEpub(bytes: Uint8Array): Promise<ParsedDocument> {
  const archive = unzip(bytes, (path) => IS_MARKUP.test(path));
  if (!archive.ok)
    return fail(archive.wrong === 'too-much' ? phrase('articles.unpacks-too-much') : damaged());
  const { files } = archive;
  if (isEncrypted(files)) return fail(phrase('articles.encrypted'));
  const packagePath = parseXml(files['META-INF/container.xml'])
    ?.getElementsByTagName('rootfile')[0]
    ?.getAttribute('full-path');
  const book = parseXml(files[packagePath ?? '']);
  if (!packagePath || book === null) return fail(damaged());
  const blocks: Block[] = [];
  let text = '';
  for (const path of findSpine(book, packagePath)) {
    const page = decodePage(files[path]);
    const body = page === null ? null : readFragment(page);
    if (body === null || body.text === '') continue;
    if (text !== '') text += '\n\n';
    for (const block of body.blocks)
      blocks.push({ ...block, start: block.start + text.length, end: block.end + text.length });
    text += body.text;
  }
  return { ok: true, body: { text, blocks, meta: readMeta(book) } };
}

function decodePage(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text : null;
}

/** The paths of the pages, in the order of reading. */
function findSpine(book: XmlTree, packagePath: string): string[] {
  const pages = new Map<string, string>();
  for (const item of Array.from(book.getElementsByTagName('item'))) {
    const [id, href, properties] = ['id', 'href', 'properties'].map((name) => item.getAttribute(name) ?? '');
    if (id && href && !(properties ?? '').split(/\s+/u).includes('nav'))
      pages.set(id, resolvePath(packagePath, href));
  }
  return Array.from(book.getElementsByTagName('itemref')).flatMap((item) => {
    const path = pages.get(item.getAttribute('idref') ?? '');
    return path === undefined || item.getAttribute('linear') === 'no' ? [] : [path];
  });
}

/** Where an address in the package leads to, as a path in the archive. */
function resolvePath(packagePath: string, href: string): string {
  const [path = ''] = href.split('#');
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A name with a bare % is its own name.
  }
  return posix.normalize(posix.join(posix.dirname(packagePath), plain));
}

function isEncrypted(files: Archive): boolean {
  const encryption = parseXml(files['META-INF/encryption.xml']);
  const references = Array.from(encryption?.getElementsByTagName('enc:CipherReference') ?? []).concat(
    Array.from(encryption?.getElementsByTagName('CipherReference') ?? []),
  );
  return references.some((reference) => !IS_FONT.test(reference.getAttribute('URI') ?? ''));
}

function readMeta(book: XmlTree): StatedMeta {
  const language = firstText(book, 'dc:language') ?? '';
  const published = firstText(book, 'dc:date');
  return {
    ...NOTHING_STATED,
    title: firstText(book, 'dc:title'),
    author: firstText(book, 'dc:creator'),
    publisher: firstText(book, 'dc:publisher'),
    published: published === null ? null : (toIsoDay(published) ?? null),
    language: isLanguageTag(language) ? language : null,
  };
}

function damaged(): Phrase {
  return phrase('articles.damaged', { format: 'epub' });
}

function fail(reason: Phrase): ParsedDocument {
  return { ok: false, reason };
}
