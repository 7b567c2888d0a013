import { normalise } from './normalise.js';

/** The words of some texts, for telling a misspelt word from a known one. */
export interface KnownWords {
  /** Whether the word is known in any of its forms, in whatever case and with whatever accents. */
  has(word: string): boolean;
  /** Whether this very form is known, in compared form. */
  hasForm(form: string): boolean;
  /** The known forms that a word begins, in compared form; `most` at most. */
  beginningWith(begun: string, most: number): readonly string[];
  /** The known word that a misspelt one is meant for (see `correctSpelling`); the word itself if it is known or none is near. */
  correct(word: string): string;
}

const LETTERS_ONLY = /^\p{L}+$/u;

/** A word as known words have it; null for numbers and hyphenated words, which are never corrected. */
export function formOf(surface: string): string | null {
  const form = normalise(surface);
  return LETTERS_ONLY.test(form) ? form : null;
}
