import { stopwords as danish } from '@orama/stopwords/danish';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as norwegian } from '@orama/stopwords/norwegian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as russian } from '@orama/stopwords/russian';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import { primaryLanguage } from '../article/language-tag.js';
import { languageOfWords, lexiconOf, split } from '../lexicon/lexicon.js';
import { foldWord } from './fold-word.js';

/**
 * Snowball's lists, as far as they are lists of small words: for some languages (Spanish, Arabic) they hold words of content ("trabajo", "زيارة",
 * the Arabic months), on which a question turns; those have their whole list in the lexicon.
 */
const SNOWBALL: ReadonlyMap<string, readonly string[]> = new Map([
  ['da', danish],
  ['de', german],
  ['el', greek],
  ['fi', finnish],
  ['fr', french],
  ['it', italian],
  ['no', norwegian],
  ['nl', dutch],
  ['pt', portuguese],
  ['ru', russian],
  ['sv', swedish],
]);

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a folded word is one that search leaves out in this language; never if the language has no list. */
export function isFunctionWord(folded: string, language: string): boolean {
  const primary = primaryLanguage(language);
  let set = sets.get(primary);
  if (set === undefined) {
    const { smallWords, notSmall } = lexiconOf(primary);
    const not = new Set(split(notSmall));
    const snowball = SNOWBALL.get(languageOfWords(primary)) ?? [];
    const words = [...snowball.filter((word) => !not.has(word)), ...split(smallWords)];
    set = new Set(words.map((word) => foldWord(word, primary)));
    sets.set(primary, set);
  }
  return set.has(folded) || isElided(folded, primary);
}

/** "l'", "qu'", "dell'": what elision has left of a short word. */
function isElided(folded: string, primary: string): boolean {
  return folded.endsWith("'") && (primary === 'fr' || primary === 'it' || primary === 'ca');
}
