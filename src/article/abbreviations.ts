import { languageOf, perLanguage } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';

/** The abbreviations of a language inside sentences, lower case, without the last full stop; none for a language not listed. */
export const abbreviationsOf: (language: string) => ReadonlySet<string> = perLanguage(
  ({ words }) => new Set(split(words.abbreviations)),
);

/** Whether a number with a full stop is a counting one in this language ("3. März"), so that it ends no sentence. */
export function hasOrdinalStops(language: string): boolean {
  return languageOf(language).writing.hasOrdinalStops === true;
}
