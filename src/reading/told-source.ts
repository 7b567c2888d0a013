import type { Article } from '../article/article.js';
import type { ParsedSource } from '../article/source-file.js';
import { phrase } from '../messages/phrase.js';
import { doAtOnce } from '../scheduling/give-way.js';
import { rememberIndexed } from '../search/build-search-index.js';
import { indexArticle } from '../search/index/index-article.js';
import type { IndexSegment } from '../search/index/index-segment.js';
import { packArticles, unpackArticles } from './kept-articles.js';
import { packSegment, unpackSegment } from './kept-segment.js';
import { joinParts } from './sections.js';

/**
 * What a thread made of a file: its article as bytes (see `packArticles`), with those of what the index is to have of it (see `packSegment`; null where that
 * failed), or what is wrong with it. Thousands may wait for others of their libraries, and as bytes they are no objects that are collected as garbage again and again.
 */
export type PackedSource =
  | {
      readonly ok: true;
      readonly article: Uint8Array<ArrayBuffer>;
      readonly indexed: Uint8Array<ArrayBuffer> | null;
    }
  | Extract<ParsedSource, { readonly ok: false }>;

/** What was made of a file, made ready to be told. */
export function packParsed(parsed: ParsedSource): PackedSource {
  if (!parsed.ok) return parsed;
  const { article } = parsed;
  return { ok: true, article: joinParts(doAtOnce(packArticles([article]))), indexed: index(article) };
}

/** The memory of what is told, which whoever tells it hands over, so that it is not copied. */
export function memoryOf(packed: PackedSource): ArrayBuffer[] {
  if (!packed.ok) return [];
  return [packed.article, packed.indexed].flatMap((bytes) => bytes?.buffer ?? []);
}

/** What was told of a file; what the index is to have of its article stays packed until it is asked for. */
export function unpackParsed(packed: PackedSource): ParsedSource {
  if (!packed.ok) return packed;
  const [article = null] = doAtOnce(unpackArticles(toBuffer(packed.article), () => true)) ?? [];
  if (article === null) return { ok: false, line: null, reason: phrase('articles.reader-ended') };
  const { indexed } = packed;
  if (indexed !== null) rememberIndexed(article, () => unpackIndexed(toBuffer(indexed)));
  return { ok: true, article };
}

/** What the index is to have of an article; null for one that it cannot have: whoever builds the index finds out why. */
function index(article: Article): Uint8Array<ArrayBuffer> | null {
  try {
    return joinParts(doAtOnce(packSegment(doAtOnce(indexArticle(article)))));
  } catch {
    return null;
  }
}

/** @throws for bytes that no thread tells. */
function unpackIndexed(bytes: Buffer<ArrayBuffer>): IndexSegment {
  const segment = doAtOnce(unpackSegment(bytes));
  if (segment === null) throw new Error('What the index is to have of an article came back damaged.');
  return segment;
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  return Buffer.from(buffer, byteOffset, byteLength);
}
