import { type Phrase, phrase } from '../messages/phrase.js';
import type { Article, ArticleMeta } from './article.js';
import { createArticle } from './create-article.js';
import { decodeText } from './decode.js';
import { detectLanguage } from './detect-language.js';
import { NOTHING_STATED, readFrontMatter, type StatedMeta } from './front-matter.js';
import { DEEPEST, readPage } from './html.js';
import { findMarkdownBlocks } from './markdown.js';
import type { Block } from './paragraphs.js';

/** A file of the seeds folder: its path below it with `/` between folders, and its bytes. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What it is called where it does not say so itself; the file's name made readable where this is left out. */
  readonly title?: string;
  /** Where it was fetched from: that is the article's address, whatever the page says of itself. */
  readonly fetchedFrom?: string | null;
}

/** The article of a file, or what is wrong with it; `line` counts from 1 and is null where the whole file is meant. */
export type SourceReading =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly line: number | null; readonly reason: Phrase };

/** What a body in some format holds. */
interface Body {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly meta: StatedMeta;
}

/** Null for a body whose parts are too deep in one another. */
type Format = (body: string) => Body | null;

const FORMATS: Readonly<Record<string, Format>> = {
  txt: (text) => ({ text, meta: NOTHING_STATED }),
  md: readMarkdown,
  html: readPage,
};

/** The endings of the files that can be read, without the full stop. */
export const ENDINGS: readonly string[] = Object.keys(FORMATS);

/** Bytes of a file at most: some 350,000 words, four long novels; more than that is no article and would stall a reload. */
export const LARGEST_SOURCE = 2 * 1024 * 1024;

const ENDING = /\.([^./]+)$/u;

/**
 * Reads one file into an article. Front matter says what the article is called; what it leaves
 * unsaid comes from the file's own metadata (HTML, a Markdown heading), the title at last from
 * the file's name, and the language from the text. What is wrong with a file is a value, never an exception.
 */
export function readSource({ file, bytes, title, fetchedFrom }: SourceFile): SourceReading {
  const format = FORMATS[ENDING.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) {
    return fail(phrase('articles.kind', { endings: ENDINGS.map((ending) => `.${ending}`) }));
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fail(decoded.reason);
  if (decoded.text.trim() === '') return fail(phrase('articles.empty'));
  const front = readFrontMatter(decoded.text);
  if (!front.ok) return front;
  const body = format(decoded.text.slice(front.bodyStart));
  if (body === null) return fail(phrase('articles.too-deep', { most: DEEPEST }));
  const id = file.replace(ENDING, '');
  const settled = settleMeta(title ?? readableName(id), front.meta, body);
  const meta = { ...settled, url: fetchedFrom ?? settled.url };
  const article = createArticle({ id, meta, text: body.text, ...(body.blocks && { blocks: body.blocks }) });
  if (article.sentences.length === 0) return fail(phrase('articles.no-text'));
  return { ok: true, article };
}

function fail(reason: Phrase): SourceReading {
  return { ok: false, line: null, reason };
}

function readMarkdown(text: string): Body {
  const { blocks, title } = findMarkdownBlocks(text);
  return { text, blocks, meta: { ...NOTHING_STATED, title } };
}

function settleMeta(title: string, stated: StatedMeta, { meta: own, text }: Body): ArticleMeta {
  return {
    title: stated.title ?? own.title ?? title,
    url: stated.url ?? own.url,
    author: stated.author ?? own.author,
    publisher: stated.publisher ?? own.publisher,
    published: stated.published ?? own.published,
    language: stated.language ?? own.language ?? detectLanguage(text),
  };
}

/** "town/harbour-fire_2" gives "Harbour fire 2". */
export function readableName(id: string): string {
  const name = (id.split('/').at(-1) ?? id).replace(/[-_\s]+/gu, ' ').trim();
  return name === '' ? id : name.charAt(0).toUpperCase() + name.slice(1);
}
