import { lexiconOf, split } from '../lexicon/lexicon.js';
import { primaryLanguage } from './language-tag.js';

/** Languages that write a full stop after a number that counts ("3. März"). */
const STOP_AFTER_ORDINAL = new Set('de da no nb nn fi is fo cs sk sl hr sr bs hu et lv tr lb gsw'.split(' '));

const sets = new Map<string, ReadonlySet<string>>();

/** The abbreviations of a language inside sentences, lower case, without the last full stop; none for a language not listed. */
export function abbreviationsOf(language: string): ReadonlySet<string> {
  const primary = primaryLanguage(language);
  let set = sets.get(primary);
  if (set === undefined) {
    set = new Set(split(lexiconOf(primary).abbreviations));
    sets.set(primary, set);
  }
  return set;
}

/** Whether a number with a full stop is a counting one in this language ("3. März"), so that it ends no sentence. */
export function hasOrdinalStops(language: string): boolean {
  return STOP_AFTER_ORDINAL.has(primaryLanguage(language));
}
