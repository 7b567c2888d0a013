import type { Article } from '../../article/article.js';
import { FIELD_COUNT, type IndexSegment } from './index-segment.js';
import { mergePostings } from './merge-postings.js';
import type { ServedSegment } from './served-segment.js';

/** One segment of the articles of several that are still served, in their order. In short steps. */
export function* mergeSegments(merged: readonly ServedSegment[]): Generator<undefined, ServedSegment> {
  const [only] = merged;
  if (merged.length === 1 && only !== undefined && only.articles.every((article) => article !== null))
    return only;
  const articles: Article[] = [];
  const passages = new Numbering();
  const asides = new Numbering();
  const articleNumbers: Int32Array[] = [];
  for (const { segment, articles: own } of merged) {
    articleNumbers.push(
      Int32Array.from(own, (article) => (article === null ? -1 : articles.push(article) - 1)),
    );
    passages.add(segment.passageStarts, own);
    asides.add(segment.asideStarts, own);
    yield;
  }
  const numbersOf = ({ numbers }: Numbering, part: number): Int32Array => numbers[part] ?? new Int32Array();
  const segment: IndexSegment = {
    passageStarts: Uint32Array.from(passages.starts),
    asideStarts: Uint32Array.from(asides.starts),
    passageLengths: yield* mergeLengths(merged, (one) => one.passageLengths, passages, FIELD_COUNT),
    asideLengths: yield* mergeLengths(merged, (one) => one.asideLengths, asides, 1),
    passages: yield* mergePostings(
      merged.map(({ segment: { passages: postings } }, i) => ({ postings, numbers: numbersOf(passages, i) })),
    ),
    asides: yield* mergePostings(
      merged.map(({ segment: { asides: postings } }, i) => ({ postings, numbers: numbersOf(asides, i) })),
    ),
    forms: yield* mergePostings(
      merged.map(({ segment: { forms: postings } }, i) => ({
        postings,
        numbers: articleNumbers[i] ?? new Int32Array(),
      })),
    ),
    stems: yield* mergePostings(
      merged.map(({ segment: { stems: postings } }, i) => ({
        postings,
        numbers: articleNumbers[i] ?? new Int32Array(),
      })),
    ),
  };
  return { segment, articles };
}

/** New numbers for the places of articles that are left, one segment after the other. */
class Numbering {
  /** For each segment the new numbers of its places; -1 for those of articles that are gone. */
  readonly numbers: Int32Array[] = [];
  /** Where the places of each article that is left begin, and where the last ends. */
  readonly starts: number[] = [0];
  #next = 0;

  add(starts: Uint32Array, articles: readonly (Article | null)[]): void {
    const numbers = new Int32Array(starts.at(-1) ?? 0).fill(-1);
    for (const [i, article] of articles.entries()) {
      if (article === null) continue;
      for (let place = starts[i] ?? 0; place < (starts[i + 1] ?? 0); place += 1) {
        numbers[place] = this.#next;
        this.#next += 1;
      }
      this.starts.push(this.#next);
    }
    this.numbers.push(numbers);
  }

  get count(): number {
    return this.#next;
  }
}

function* mergeLengths(
  merged: readonly ServedSegment[],
  lengthsOf: (segment: IndexSegment) => Uint16Array,
  { numbers, count }: Numbering,
  fields: number,
): Generator<undefined, Uint16Array<ArrayBuffer>> {
  const lengths = new Uint16Array(count * fields);
  for (const [part, { segment }] of merged.entries()) {
    const own = lengthsOf(segment);
    for (const [place, number] of (numbers[part] ?? new Int32Array()).entries()) {
      if (number === -1) continue;
      for (let field = 0; field < fields; field += 1)
        lengths[number * fields + field] = own[place * fields + field] ?? 0;
    }
    yield;
  }
  return lengths;
}
