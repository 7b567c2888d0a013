import { formOf, type KnownWords } from '../../language/known-words.js';
import { normalise } from '../../language/normalise.js';
import { correctSpelling } from '../../language/spelling.js';
import { stemWord } from '../../language/stem.js';
import { findBegun, findWord, type Postings } from './postings.js';
import type { ServedSegment } from './served-segment.js';

/** The English words of the articles that are served. */
export class ServedWords implements KnownWords {
  readonly #segments: readonly ServedSegment[];
  readonly #corrected = new Map<string, string>();

  constructor(segments: readonly ServedSegment[]) {
    this.#segments = segments;
  }

  has(word: string): boolean {
    const stem = stemWord(normalise(word));
    return this.#segments.some((served) => isServed(served, served.segment.stems, stem));
  }

  hasForm(form: string): boolean {
    return this.#segments.some((served) => isServed(served, served.segment.forms, form));
  }

  /** In the order of their letters. */
  beginningWith(begun: string, most: number): readonly string[] {
    const letters = normalise(begun);
    const found = new Set<string>();
    for (const served of this.#segments) {
      const { forms } = served.segment;
      const { first, end } = findBegun(forms, letters);
      let own = 0;
      for (let i = first; i < end && own < most; i += 1) {
        if (!isOneServed(served, forms, i)) continue;
        found.add(forms.words[i] ?? '');
        own += 1;
      }
    }
    return [...found].toSorted().slice(0, most);
  }

  /** Of words that are equally near the one that more articles have. */
  correct(word: string): string {
    const form = formOf(word);
    if (form === null || this.has(form)) return word;
    const known = this.#corrected.get(form);
    if (known !== undefined) return known;
    const corrected = correctSpelling(form, this.#withFirstLetter(form.charAt(0))) ?? word;
    if (this.#corrected.size >= MOST_REMEMBERED) this.#corrected.clear();
    this.#corrected.set(form, corrected);
    return corrected;
  }

  /** All known forms with this first letter, those that more articles have first. */
  #withFirstLetter(letter: string): string[] {
    const counts = new Map<string, number>();
    for (const served of this.#segments) {
      const { forms } = served.segment;
      const { first, end } = findBegun(forms, letter);
      for (let i = first; i < end; i += 1) {
        const own = countServing(served, forms, i);
        const form = forms.words[i] ?? '';
        if (own > 0) counts.set(form, (counts.get(form) ?? 0) + own);
      }
    }
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([form]) => form);
  }
}

/** Corrections that are remembered: each is sought among thousands of words, and one question asks for it several times. */
const MOST_REMEMBERED = 1_000;

function isServed(served: ServedSegment, postings: Postings, word: string): boolean {
  const number = findWord(postings, word);
  return number !== -1 && isOneServed(served, postings, number);
}

function isOneServed({ articles }: ServedSegment, { starts, places }: Postings, word: number): boolean {
  for (let entry = starts[word] ?? 0; entry < (starts[word + 1] ?? 0); entry += 1)
    if (articles[places[entry] ?? 0] !== null) return true;
  return false;
}

function countServing({ articles }: ServedSegment, { starts, places }: Postings, word: number): number {
  let count = 0;
  for (let entry = starts[word] ?? 0; entry < (starts[word + 1] ?? 0); entry += 1)
    if (articles[places[entry] ?? 0] !== null) count += 1;
  return count;
}
