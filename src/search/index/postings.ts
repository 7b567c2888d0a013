import { firstWhere } from '../../article/binary-search.js';

/**
 * Which places (passages, asides or articles, by their numbers) have which words, packed: an entry takes four bytes or five, where a map of
 * maps takes a hundred. Never changed once made, so that it can go from one thread to another and to the disk as it is.
 */
export interface Postings {
  /** The different words, in the order of their code units. */
  readonly words: readonly string[];
  /** The entries of word `i` are those from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** For each entry its place; ascending for each word. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** For each entry what a `mark` says of it; empty if the postings only say which places have a word. */
  readonly marks: Uint8Array<ArrayBuffer>;
}

/** Bits of a mark that name the field; the others count how often the word is there. */
const FIELD_BITS = 2;
const FIELD_MASK = (1 << FIELD_BITS) - 1;

/** A word that is more often in one passage counts as often as this: BM25 gives what is more next to nothing. */
const MOST_COUNTED = 255 >> FIELD_BITS;

/** How often a word is in which field of a place, in one byte. */
function toMark(field: number, count: number): number {
  return (Math.min(count, MOST_COUNTED) << FIELD_BITS) | field;
}

/** The field that a mark names. */
export function fieldOf(mark: number): number {
  return mark & FIELD_MASK;
}

/** How often the word of a mark is in its field. */
export function countOf(mark: number): number {
  return mark >> FIELD_BITS;
}

/** The number of a word; -1 if it is not there. */
export function findWord({ words }: Pick<Postings, 'words'>, word: string): number {
  const at = firstFrom(words, word);
  return words[at] === word ? at : -1;
}

/** The numbers of the words that begin so, as a range. */
export function findBegun(
  { words }: Pick<Postings, 'words'>,
  begun: string,
): { readonly first: number; readonly end: number } {
  const first = firstFrom(words, begun);
  const begins = firstWhere(words.length - first, (at) => words[first + at]?.startsWith(begun) !== true);
  return { first, end: first + begins };
}

/** The number of the first word that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  return firstWhere(words.length, (at) => (words[at] ?? '') >= word);
}

/** The first of the entries of a word, from `start` to `end`, whose place is not before this one. */
export function firstEntryFrom(places: Uint32Array, place: number, start: number, end: number): number {
  return start + firstWhere(end - start, (at) => (places[start + at] ?? 0) >= place);
}

/** Gathers postings place by place, in the order of the places. */
export class PostingsBuilder {
  readonly #entries = new Map<string, number[]>();

  /** Says that a place has these words, each as often as it is named; the field counts from 0. Returns how many are different. */
  add(words: readonly string[], place: number, field = 0): number {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const own = this.#entries.get(word);
      if (own === undefined) this.#entries.set(word, [place, toMark(field, count)]);
      else own.push(place, toMark(field, count));
    }
    return counts.size;
  }

  /** What was gathered; without marks if nobody asks how often or in which field. */
  finish({ isMarked }: { readonly isMarked: boolean }): Postings {
    const words = [...this.#entries.keys()].sort(byCodeUnits);
    let total = 0;
    for (const own of this.#entries.values()) total += own.length / 2;
    const starts = new Uint32Array(words.length + 1);
    const places = new Uint32Array(total);
    const marks = new Uint8Array(isMarked ? total : 0);
    let at = 0;
    for (const [number, word] of words.entries()) {
      const own = this.#entries.get(word) ?? [];
      for (let i = 0; i < own.length; i += 2) {
        places[at] = own[i] ?? 0;
        if (isMarked) marks[at] = own[i + 1] ?? 0;
        at += 1;
      }
      starts[number + 1] = at;
    }
    return { words, starts, places, marks };
  }
}

/** The order of words by their code units, as `Array.prototype.sort` has it by itself. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
