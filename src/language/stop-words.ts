import { languageOf } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';

/** Words that say little by themselves, normalised: function words, auxiliaries, question words, and pieces of contractions. */
const STOP_WORDS: ReadonlySet<string> = new Set(split(languageOf('en').words.smallWords));

/** Whether a normalised word is one that search and ranking leave out. */
export function isStopWord(norm: string): boolean {
  return STOP_WORDS.has(norm);
}
