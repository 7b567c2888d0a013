import { byCodeUnits, type Postings } from './postings.js';

/** Postings to be merged, and where their places go. */
export interface MergedPart {
  readonly postings: Postings;
  /** For each place its new number; -1 for one that is left out. A later part has higher numbers, and a higher place in a part has a higher one. */
  readonly numbers: Int32Array;
}

/** Words that are worked on in one step: a few milliseconds. */
const WORDS_IN_STEP = 2_000;

/** The postings of all parts as one; without words that no place is left of. */
export function* mergePostings(parts: readonly MergedPart[]): Generator<undefined, Postings> {
  const vocabulary = new Vocabulary();
  let done = 0;
  const idsOfParts: Uint32Array[] = [];
  for (const { postings, numbers } of parts) {
    const ids = new Uint32Array(postings.words.length);
    idsOfParts.push(ids);
    for (const [i, word] of postings.words.entries()) {
      const left = countLeft(postings, numbers, i);
      ids[i] = left === 0 ? NOWHERE : vocabulary.count(word, left);
      done += 1;
      if (done % WORDS_IN_STEP === 0) yield;
    }
  }
  const words = yield* sortWords(vocabulary.ids.keys());
  const starts = new Uint32Array(words.length + 1);
  const cursors = new Uint32Array(words.length);
  for (const [i, word] of words.entries()) {
    const start = starts[i] ?? 0;
    const id = vocabulary.ids.get(word) ?? 0;
    cursors[id] = start;
    starts[i + 1] = start + (vocabulary.counts[id] ?? 0);
    if (i % WORDS_IN_STEP === 0) yield;
  }
  const total = starts.at(-1) ?? 0;
  const places = new Uint32Array(total);
  const marks = new Uint8Array(parts.some(({ postings }) => postings.marks.length > 0) ? total : 0);
  for (const [part, { postings, numbers }] of parts.entries()) {
    for (const [i, id] of (idsOfParts[part] ?? []).entries()) {
      done += 1;
      if (done % WORDS_IN_STEP === 0) yield;
      if (id === NOWHERE) continue;
      let at = cursors[id] ?? 0;
      for (let entry = postings.starts[i] ?? 0; entry < (postings.starts[i + 1] ?? 0); entry += 1) {
        const number = numbers[postings.places[entry] ?? 0] ?? -1;
        if (number === -1) continue;
        places[at] = number;
        if (marks.length > 0) marks[at] = postings.marks[entry] ?? 0;
        at += 1;
      }
      cursors[id] = at;
    }
  }
  return { words, starts, places, marks };
}

/** In place of the number of a word that no place is left of. */
const NOWHERE = 0xffff_ffff;

/** The words of all parts, numbered as they come, so that each is looked up once. */
class Vocabulary {
  readonly ids = new Map<string, number>();
  /** For each word how many entries it has. */
  readonly counts: number[] = [];

  /** The number of a word that has so many entries more. */
  count(word: string, more: number): number {
    const known = this.ids.get(word);
    if (known === undefined) {
      this.ids.set(word, this.counts.length);
      return this.counts.push(more) - 1;
    }
    this.counts[known] = (this.counts[known] ?? 0) + more;
    return known;
  }
}

function countLeft({ starts, places }: Postings, numbers: Int32Array, word: number): number {
  const [start, end] = [starts[word] ?? 0, starts[word + 1] ?? 0];
  let left = 0;
  for (let entry = start; entry < end; entry += 1) if (numbers[places[entry] ?? 0] !== -1) left += 1;
  return left;
}

/** Words in order, sorted by their beginnings one after the other: a hundred thousand at once would hold others up. */
function* sortWords(words: Iterable<string>): Generator<undefined, string[]> {
  const byBeginning = new Map<string, string[]>();
  let seen = 0;
  for (const word of words) {
    seen += 1;
    if (seen % WORDS_IN_STEP === 0) yield;
    const beginning = word.slice(0, 2);
    const own = byBeginning.get(beginning);
    if (own === undefined) byBeginning.set(beginning, [word]);
    else own.push(word);
  }
  yield;
  const sorted: string[] = [];
  for (const beginning of [...byBeginning.keys()].sort(byCodeUnits)) {
    sorted.push(...(byBeginning.get(beginning) ?? []).sort(byCodeUnits));
    yield;
  }
  return sorted;
}
