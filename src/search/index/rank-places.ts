import { countOf, fieldOf, findBegun, findWord, firstEntryFrom, type Postings } from './postings.js';

/** Places that are ranked together with others: those of one segment. */
export interface RankedPart {
  readonly postings: Postings;
  /** Different words in each field of each place, one place after the other. */
  readonly lengths: Uint16Array;
  /** For each place whether it is gone; null if none is. */
  readonly gone: Uint8Array | null;
}

/** What is looked for. */
export interface RankedQuery {
  /** Each once. */
  readonly keys: readonly string[];
  /** What a key weighs in each field. */
  readonly fieldWeights: readonly number[];
  /** Whether a key also counts, for little, if it begins another. */
  readonly isBegun: (key: string) => boolean;
  /** Keeps to places that have all keys; begun ones do not count as had. */
  readonly isForAll?: boolean;
  /** Keeps to the places of one part from `first` to `end`. */
  readonly within?: { readonly part: number; readonly first: number; readonly end: number } | undefined;
  /** Places at most. */
  readonly limit: number;
}

/** A place found: its number in its part. */
export interface RankedPlace {
  readonly part: number;
  readonly place: number;
  /** How many of the keys it has. */
  readonly had: number;
  readonly score: number;
}

/** BM25+ as MiniSearch 7.2 has it, with its constants: what was chosen by measurement on top of it stays as it was measured. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/** What a word that is only begun weighs against a whole one, so that it only breaks ties; the less, the more letters it lacks. */
const BEGUN = { weight: 0.3, perLetter: 0.3 };

/**
 * Ranks places by the keys that they have: the sum of what each key is worth there (BM25+), times the number of keys that are there. The same
 * scores as MiniSearch gives (a property test holds it to that), from packed postings into flat arrays.
 */
export class PlaceRanker {
  readonly #parts: readonly RankedPart[];
  readonly #fields: number;
  /** Places of all parts before each. */
  readonly #bases: readonly number[];
  readonly #count: number;
  readonly #averages: readonly number[];
  readonly #scores: Float64Array;
  /** For each place how many keys it has, and the last of them, so that none counts twice. */
  readonly #had: Uint16Array;
  readonly #last: Uint16Array;
  /** The places that have any of the keys, in no order, and how many they are: a question touches few of a hundred thousand. */
  readonly #touched: Uint32Array;
  #touching = 0;

  constructor(parts: readonly RankedPart[], fields: number) {
    this.#parts = parts;
    this.#fields = fields;
    const bases: number[] = [];
    const sums = Array.from({ length: fields }, () => 0);
    let [all, count] = [0, 0];
    for (const { lengths, gone } of parts) {
      bases.push(all);
      const places = lengths.length / fields;
      all += places;
      for (let place = 0; place < places; place += 1) {
        if (gone?.[place] === 1) continue;
        count += 1;
        for (let field = 0; field < fields; field += 1)
          sums[field] = (sums[field] ?? 0) + (lengths[place * fields + field] ?? 0);
      }
    }
    this.#bases = bases;
    this.#count = count;
    this.#averages = sums.map((sum) => sum / count);
    this.#scores = new Float64Array(all);
    this.#had = new Uint16Array(all);
    this.#last = new Uint16Array(all);
    this.#touched = new Uint32Array(all);
  }

  /** The best places, best first; of equals the earlier one first. Empty if none has a key. */
  rank(query: RankedQuery): RankedPlace[] {
    for (const [number, key] of query.keys.entries()) {
      this.#addWord(key, number + 1, 1, query);
      if (!query.isBegun(key)) continue;
      for (const longer of this.#beginningWith(key)) {
        const weight =
          (BEGUN.weight * longer.length) / (longer.length + BEGUN.perLetter * (longer.length - key.length));
        this.#addWord(longer, number + 1, weight, query);
      }
    }
    const best = this.#best(query);
    this.#clear();
    return best;
  }

  /** Forgets what the last question has touched. */
  #clear(): void {
    const [scores, had, last, touched] = [this.#scores, this.#had, this.#last, this.#touched];
    for (let i = 0; i < this.#touching; i += 1) {
      const at = touched[i] ?? 0;
      scores[at] = 0;
      had[at] = 0;
      last[at] = 0;
    }
    this.#touching = 0;
  }

  /** Whether any place has one of the keys. */
  has(keys: readonly string[], within: RankedQuery['within']): boolean {
    return this.#parts.some(({ postings, gone }, part) => {
      if (within !== undefined && within.part !== part) return false;
      return keys.some((key) => {
        const { start, end } = entriesOf(postings, key, within);
        if (gone === null) return end > start;
        return postings.places.subarray(start, end).some((place) => gone[place] !== 1);
      });
    });
  }

  #beginningWith(key: string): Set<string> {
    const longer = new Set<string>();
    for (const { postings } of this.#parts) {
      const { first, end } = findBegun(postings, key);
      for (let i = first; i < end; i += 1) {
        const word = postings.words[i] ?? '';
        if (word.length > key.length) longer.add(word);
      }
    }
    return longer;
  }

  #addWord(word: string, keyNumber: number, weight: number, { fieldWeights, within }: RankedQuery): void {
    const worths = this.#countHaving(word).map((having, field) => {
      const rarity = Math.log(1 + (this.#count - having + 0.5) / (having + 0.5));
      return weight * (fieldWeights[field] ?? 0) * rarity;
    });
    // Fields of the class cost more than names of the function if they are read a million times.
    const [scores, had, last, fields, averages, touched] = [
      this.#scores,
      this.#had,
      this.#last,
      this.#fields,
      this.#averages,
      this.#touched,
    ];
    let touching = this.#touching;
    for (const [part, { postings, lengths, gone }] of this.#parts.entries()) {
      if (within !== undefined && within.part !== part) continue;
      const { start, end } = entriesOf(postings, word, within);
      const { places, marks } = postings;
      const base = this.#bases[part] ?? 0;
      for (let entry = start; entry < end; entry += 1) {
        const place = places[entry] ?? 0;
        if (gone !== null && gone[place] === 1) continue;
        const mark = marks[entry] ?? 0;
        const field = fieldOf(mark);
        const count = countOf(mark);
        const length = (lengths[place * fields + field] ?? 0) / (averages[field] ?? 1);
        const fit = (count * (BM25.k + 1)) / (count + BM25.k * (1 - BM25.b + BM25.b * length));
        const at = base + place;
        scores[at] = (scores[at] ?? 0) + (worths[field] ?? 0) * (BM25.d + fit);
        if (last[at] === keyNumber) continue;
        last[at] = keyNumber;
        if (had[at] === 0) {
          touched[touching] = at;
          touching += 1;
        }
        had[at] = (had[at] ?? 0) + 1;
      }
    }
    this.#touching = touching;
  }

  /** For each field how many places have a word in it. */
  #countHaving(word: string): number[] {
    const counts = Array.from({ length: this.#fields }, () => 0);
    for (const { postings, gone } of this.#parts) {
      const { start, end } = entriesOf(postings, word, undefined);
      for (let entry = start; entry < end; entry += 1) {
        if (gone?.[postings.places[entry] ?? 0] === 1) continue;
        const field = fieldOf(postings.marks[entry] ?? 0);
        counts[field] = (counts[field] ?? 0) + 1;
      }
    }
    return counts;
  }

  #best({ keys, isForAll = false, limit }: RankedQuery): RankedPlace[] {
    const best: { at: number; score: number }[] = [];
    const least = isForAll ? keys.length : 1;
    const [scores, had, touched] = [this.#scores, this.#had, this.#touched];
    /** What a place must not have less than, once there are as many as are wanted. */
    let floor = 0;
    for (let i = 0; i < this.#touching; i += 1) {
      const at = touched[i] ?? 0;
      const own = had[at] ?? 0;
      const score = (scores[at] ?? 0) * own;
      if (own < least || score < floor) continue;
      let rank = best.length;
      for (; rank > 0; rank -= 1) {
        const other = best[rank - 1];
        if (other === undefined || other.score > score || (other.score === score && other.at < at)) break;
      }
      if (rank === limit) continue;
      best.splice(rank, 0, { at, score });
      if (best.length > limit) best.pop();
      if (best.length === limit) floor = best.at(-1)?.score ?? 0;
    }
    return best.map(({ at, score }) => {
      const part = this.#bases.findLastIndex((base) => base <= at);
      return { part, place: at - (this.#bases[part] ?? 0), had: had[at] ?? 0, score };
    });
  }
}

function entriesOf(
  postings: Postings,
  word: string,
  within: RankedQuery['within'],
): { readonly start: number; readonly end: number } {
  const number = findWord(postings, word);
  if (number === -1) return { start: 0, end: 0 };
  const [start, end] = [postings.starts[number] ?? 0, postings.starts[number + 1] ?? 0];
  if (within === undefined) return { start, end };
  return {
    start: firstEntryFrom(postings.places, within.first, start, end),
    end: firstEntryFrom(postings.places, within.end, start, end),
  };
}
