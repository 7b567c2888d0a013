import { languageOf } from '../lexicon/language.js';
import { cutForms } from './cut-forms.js';
import { foldLetters, lowerWord } from './fold-word.js';
import { isFunctionWord } from './function-words.js';
import { stemIn } from './stemmers.js';

/** What a word of a language other than English is compared by. */
export interface WordIn {
  /** The word without regard to case and accents. */
  readonly folded: string;
  /** Its stem, folded; the word itself if the language has no stemmer. */
  readonly key: string;
  /** Keys it may also be found by: without a leaning "and", "the" or "in" (Hebrew, Arabic), a particle (Korean), or "ge" (German, Dutch). */
  readonly others: readonly string[];
  readonly isStop: boolean;
}

/** Words whose forms are remembered: a language's common words many times over. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, WordIn>();

/** A word as it is in a text of the language, made ready to be compared. */
export function readWordIn(surface: string, language: string): WordIn {
  const { code, writing } = languageOf(language);
  const name = `${code} ${surface}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const lower = lowerWord(surface, code);
  const folded = foldLetters(lower);
  const key = foldLetters(stemIn(lower, code));
  const others = cutForms(lower, writing.cuts).map((form) => foldLetters(stemIn(form, code)));
  const word = {
    folded,
    key,
    others: [...new Set(others)].filter((other) => other !== key),
    isStop: isFunctionWord(folded, code),
  };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, word);
  return word;
}
