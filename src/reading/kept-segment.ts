import { deserialize, serialize } from 'node:v8';
import type { Article } from '../article/article.js';
import type { IndexSegment } from '../search/index/index-segment.js';
import type { Postings } from '../search/index/postings.js';
import type { ServedSegment } from '../search/index/served-segment.js';
import { type PackedArticle, packArticle, unpackArticle } from './packed-article.js';

/** Sections of a segment's postings. */
const POSTINGS_SECTIONS = 4;
/** Sections before those of the articles. */
const INDEX_SECTIONS = 4 + 4 * POSTINGS_SECTIONS;

/** Stands between words: none holds one. */
const BETWEEN = '\n';

/** A segment with its articles as bytes; those of an article that is gone are empty. A step after each section. */
export function* packSegment({ segment, articles }: ServedSegment): Generator<undefined, Uint8Array[]> {
  const sections: Uint8Array[] = [
    segment.passageStarts,
    segment.asideStarts,
    segment.passageLengths,
    segment.asideLengths,
  ].map(toBytes);
  for (const { words, starts, places, marks } of postingsOf(segment)) {
    const written = words.join(BETWEEN);
    yield;
    sections.push(Buffer.from(written), toBytes(starts), toBytes(places), marks);
    yield;
  }
  for (const article of articles) {
    sections.push(article === null ? new Uint8Array() : serialize(packArticle(article)));
    yield;
  }
  const lengths = Uint32Array.of(sections.length, ...sections.map(({ byteLength }) => byteLength));
  return [toBytes(lengths), ...sections];
}

/** The segment of which these are the bytes; those articles are left out that are not wanted. Null for bytes of another form. A step after each section. */
export function* unpackSegment(
  bytes: Buffer<ArrayBuffer>,
  isWanted: (article: number) => boolean,
): Generator<undefined, ServedSegment | null> {
  const count = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  if (count < INDEX_SECTIONS || bytes.length < 4 + count * 4) return null;
  const sections: Uint8Array<ArrayBuffer>[] = [];
  let at = 4 + count * 4;
  for (let i = 0; i < count; i += 1) {
    const end = at + bytes.readUInt32LE(4 + i * 4);
    sections.push(bytes.subarray(at, end));
    at = end;
  }
  if (at !== bytes.length) return null;
  const sectionAt = (i: number): Uint8Array<ArrayBuffer> => sections[i] ?? new Uint8Array();
  function* readPostings(first: number): Generator<undefined, Postings> {
    const written = new TextDecoder().decode(sectionAt(first));
    yield;
    const words = written === '' ? [] : written.split(BETWEEN);
    yield;
    const starts = new Uint32Array(copy(sectionAt(first + 1)));
    const places = new Uint32Array(copy(sectionAt(first + 2)));
    yield;
    return { words, starts, places, marks: new Uint8Array(copy(sectionAt(first + 3))) };
  }
  const segment: IndexSegment = {
    passageStarts: new Uint32Array(copy(sectionAt(0))),
    asideStarts: new Uint32Array(copy(sectionAt(1))),
    passageLengths: new Uint16Array(copy(sectionAt(2))),
    asideLengths: new Uint16Array(copy(sectionAt(3))),
    passages: yield* readPostings(4),
    asides: yield* readPostings(4 + POSTINGS_SECTIONS),
    forms: yield* readPostings(4 + 2 * POSTINGS_SECTIONS),
    stems: yield* readPostings(4 + 3 * POSTINGS_SECTIONS),
  };
  const articles: (Article | null)[] = [];
  for (const [number, section] of sections.slice(INDEX_SECTIONS).entries()) {
    articles.push(section.length === 0 || !isWanted(number) ? null : unpackArticle(readArticle(section)));
    yield;
  }
  const isWhole =
    articles.length === segment.passageStarts.length - 1 &&
    postingsOf(segment).every(({ words, starts }) => starts.length === words.length + 1);
  return isWhole ? { segment, articles } : null;
}

function postingsOf({ passages, asides, forms, stems }: IndexSegment): readonly Postings[] {
  return [passages, asides, forms, stems];
}

/** An article as this very program has written it, which its checksum and its print say. */
function readArticle(bytes: Uint8Array): PackedArticle {
  const packed: PackedArticle = deserialize(bytes);
  return packed;
}

function toBytes({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Bytes of their own, so that those of the whole file can go. */
function copy(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
