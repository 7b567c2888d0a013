import { normalise } from './normalise.js';
import { correctSpelling } from './spelling.js';
import { stemWord } from './stem.js';

const LETTERS_ONLY = /^\p{L}+$/u;

/** The words of some texts, for telling a misspelt word from a known one. */
export class Vocabulary {
  readonly #surfaces = new Set<string>();
  readonly #stems = new Set<string>();
  readonly #byFirstLetter = new Map<string, Set<string>>();

  /** Takes a word as it stands in a text; numbers and hyphenated words are passed over. */
  add(surface: string): void {
    if (this.#surfaces.has(surface)) return;
    this.#surfaces.add(surface);
    const norm = normalise(surface);
    if (!LETTERS_ONLY.test(norm)) return;
    this.#stems.add(stemWord(norm));
    const letter = norm.charAt(0);
    const words = this.#byFirstLetter.get(letter);
    if (words === undefined) this.#byFirstLetter.set(letter, new Set([norm]));
    else words.add(norm);
  }

  /** Whether the word is known in any of its forms, in whatever case and with whatever accents. */
  has(word: string): boolean {
    return this.#stems.has(stemWord(normalise(word)));
  }

  /** Whether this very form is known, normalised. */
  hasForm(norm: string): boolean {
    return this.#byFirstLetter.get(norm.charAt(0))?.has(norm) === true;
  }

  /** The known forms that a word begins, normalised; `most` at most. */
  beginningWith(begun: string, most: number): string[] {
    const letters = normalise(begun);
    const found: string[] = [];
    for (const word of this.#byFirstLetter.get(letters.charAt(0)) ?? []) {
      if (word.startsWith(letters)) found.push(word);
      if (found.length >= most) break;
    }
    return found;
  }

  /** The known word that a misspelt one stands for (see `correctSpelling`); the word itself where it is known or none is near. */
  correct(word: string): string {
    const norm = normalise(word);
    if (!LETTERS_ONLY.test(norm) || this.has(norm)) return word;
    return correctSpelling(norm, this.#byFirstLetter.get(norm.charAt(0)) ?? []) ?? word;
  }
}
