import { zipSync } from 'fflate';
import { phrase } from '../../messages/phrase.js';
import { isLanguageTag, NOTHING_STATED } from '../front-matter.js';
import { readFragment } from '../html.js';
import type { ParsedDocument } from './document.js';
import { unzip } from './unzip.js';
import { firstText, parseXml } from './xml.js';

/** What a Word file holds besides pictures and fonts. */
const IS_MARKUP = /\.(?:xml|rels)$/iu;

/** Compound File Binary, the form of a .doc and of a .docx with a password (MS-CFB, 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The text of a Word file (Office Open XML), as mammoth finds it by its styles: headings, paragraphs, lists, tables and notes; the headers and
 * footers of its pages and remarks of its reviewers are left out. What is wrong with it is a value: a password, damage, too much to unpack.
 */
export async function readDocx(bytes: Uint8Array): Promise<ParsedDocument> {
  if (COMPOUND.every((byte, i) => bytes[i] === byte))
    return { ok: false, reason: phrase('articles.old-or-locked') };
  const archive = unzip(bytes, (path) => IS_MARKUP.test(path));
  if (!archive.ok) {
    return {
      ok: false,
      reason:
        archive.wrong === 'too-much'
          ? phrase('articles.unpacks-too-much')
          : phrase('articles.damaged', { format: 'word' }),
    };
  }
  const { files } = archive;
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    // mammoth unpacks whatever sizes an archive comes to, hence a new one of what was unpacked within bounds.
    const buffer = Buffer.from(zipSync(files, { level: 0 }));
    html = (await mammoth.convertToHtml({ buffer })).value;
  } catch {
    return { ok: false, reason: phrase('articles.damaged', { format: 'word' }) };
  }
  const core = parseXml(files['docProps/core.xml']);
  const language = firstText(core, 'dc:language') ?? '';
  const meta = {
    ...NOTHING_STATED,
    title: firstText(core, 'dc:title'),
    author: firstText(core, 'dc:creator'),
    language: isLanguageTag(language) ? language : null,
  };
  const body = readFragment(html);
  if (body === null) return { ok: false, reason: phrase('articles.damaged', { format: 'word' }) };
  return { ok: true, body: { ...body, meta } };
}
