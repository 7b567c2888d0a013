import type { IndexSegment } from '../search/index/index-segment.js';
import type { Postings } from '../search/index/postings.js';
import { packSections, readSections, toBytes, toUint16, toUint32 } from './sections.js';

/** Sections before those of the postings, and of each postings. */
const NUMBER_SECTIONS = 4;
const POSTINGS_SECTIONS = 4;
const SECTIONS = NUMBER_SECTIONS + 4 * POSTINGS_SECTIONS;

/** Stands between words: none holds one. */
const BETWEEN = '\n';

/** A segment as bytes. A step after each part that takes long. */
export function* packSegment(segment: IndexSegment): Generator<undefined, Uint8Array[]> {
  const { passageStarts, asideStarts, passageLengths, asideLengths } = segment;
  const sections = [passageStarts, asideStarts, passageLengths, asideLengths].map((numbers) => [
    toBytes(numbers),
  ]);
  for (const { words, starts, places, marks } of postingsOf(segment)) {
    const written = words.join(BETWEEN);
    yield;
    sections.push([Buffer.from(written)], [toBytes(starts)], [toBytes(places)], [marks]);
    yield;
  }
  return packSections(sections);
}

/** The segment of which these are the bytes, which it goes on to use. Null for bytes of another form. A step after each part that takes long. */
export function* unpackSegment(bytes: Buffer<ArrayBuffer>): Generator<undefined, IndexSegment | null> {
  const sections = readSections(bytes, SECTIONS);
  if (sections === null) return null;
  const sectionAt = (i: number): Buffer<ArrayBuffer> => sections[i] ?? Buffer.alloc(0);
  function* readPostings(first: number): Generator<undefined, Postings> {
    const written = sectionAt(first).toString();
    yield;
    const words = written === '' ? [] : written.split(BETWEEN);
    yield;
    const [starts, places] = [toUint32(sectionAt(first + 1)), toUint32(sectionAt(first + 2))];
    const { buffer, byteOffset, byteLength } = sectionAt(first + 3);
    return { words, starts, places, marks: new Uint8Array(buffer, byteOffset, byteLength) };
  }
  const segment: IndexSegment = {
    passageStarts: toUint32(sectionAt(0)),
    asideStarts: toUint32(sectionAt(1)),
    passageLengths: toUint16(sectionAt(2)),
    asideLengths: toUint16(sectionAt(3)),
    passages: yield* readPostings(NUMBER_SECTIONS),
    asides: yield* readPostings(NUMBER_SECTIONS + POSTINGS_SECTIONS),
    forms: yield* readPostings(NUMBER_SECTIONS + 2 * POSTINGS_SECTIONS),
    stems: yield* readPostings(NUMBER_SECTIONS + 3 * POSTINGS_SECTIONS),
  };
  const isWhole = postingsOf(segment).every(({ words, starts }) => starts.length === words.length + 1);
  return isWhole ? segment : null;
}

function postingsOf({ passages, asides, forms, stems }: IndexSegment): readonly Postings[] {
  return [passages, asides, forms, stems];
}
