import { type Phrase, phrase } from '../messages/phrase.js';
import type { ArticleMeta } from './article.js';
import { createArticle } from './create-article.js';
import { decodeText } from './decode.js';
import { detectLanguage } from './detect-language.js';
import { fitMeta } from './fit-meta.js';
import { NOTHING_STATED, readFrontMatter, type StatedMeta } from './front-matter.js';
import { readPage } from './html.js';
import { ARTICLE_LIMITS } from './limits.js';
import { findMarkdownBlocks } from './markdown.js';
import type { Block } from './paragraphs.js';
import { DEEPEST } from './parse-page.js';
import {
  NAMED_ENDINGS,
  type ParsedSource,
  readableName,
  type SourceFile,
  TEXT_ENDINGS,
  type TextEnding,
} from './source-file.js';

/** What a body in some format holds. */
export interface Body {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly meta: StatedMeta;
  readonly notes?: readonly Phrase[];
}

/** Null for a body whose parts are too deep in one another. */
type Format = (body: string) => Body | null;

const FORMATS: Readonly<Record<TextEnding, Format>> = {
  txt: readPlain,
  text: readPlain,
  md: readMarkdown,
  markdown: readMarkdown,
  html: readPage,
  htm: readPage,
};

const ENDING = /\.([^./]+)$/u;

/** The ending of a file without the full stop, in lower case; empty if it has none. */
export function endingOf(file: string): string {
  return ENDING.exec(file)?.[1]?.toLowerCase() ?? '';
}

/**
 * Reads one text file into an article (documents are read by `readDocument`). Front matter says what the article is called; what it leaves
 * unsaid comes from the file's own metadata (HTML, a Markdown heading), the title at last from
 * the file's name, and the language from the text. What is wrong with a file is a value, never an exception.
 */
export function readSource(source: SourceFile): ParsedSource {
  const { file, bytes } = source;
  const ending = endingOf(file);
  const known = TEXT_ENDINGS.find((one) => one === ending);
  if (known === undefined) {
    return fail(phrase('articles.kind', { endings: NAMED_ENDINGS.map((ending) => `.${ending}`) }));
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fail(decoded.reason);
  if (decoded.text.trim() === '') return fail(phrase('articles.empty'));
  const front = readFrontMatter(decoded.text);
  if (!front.ok) return front;
  const body = FORMATS[known](decoded.text.slice(front.bodyStart));
  if (body === null) return fail(phrase('articles.too-deep', { most: DEEPEST }));
  const notes = [...noteReplaced(decoded.replaced), ...(body.notes ?? [])];
  return makeArticle(source, front.meta, { ...body, notes });
}

/** The article of a file whose body is read; `stated` goes before what the body says of itself. */
export function makeArticle(
  { file, title, fetchedFrom }: SourceFile,
  stated: StatedMeta,
  body: Body,
): ParsedSource {
  const id = file.replace(ENDING, '');
  const own = fitMeta(body.meta);
  const settled = settleMeta(cutTitle(title ?? readableName(id)), stated, { ...body, meta: own.meta });
  const meta = { ...settled, url: fetchedFrom ?? settled.url };
  const article = createArticle({
    id,
    meta,
    text: body.text,
    notes: [...(body.notes ?? []), ...own.notes],
    ...(body.blocks && { blocks: body.blocks }),
  });
  if (article.sentences.length === 0) return fail(phrase('articles.no-text'));
  return { ok: true, article };
}

/** What is made of a file's name may be as long as that. */
function cutTitle(title: string): string {
  return title.length <= ARTICLE_LIMITS.title
    ? title
    : `${title.slice(0, ARTICLE_LIMITS.title - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

function noteReplaced(count: number): Phrase[] {
  return count === 0 ? [] : [phrase('articles.bytes-replaced', { count })];
}

function fail(reason: Phrase): ParsedSource {
  return { ok: false, line: null, reason };
}

function readPlain(text: string): Body {
  return { text, meta: NOTHING_STATED };
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
