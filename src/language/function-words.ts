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
import { languageOf, perLanguage } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';
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

const smallWordsIn = perLanguage(({ code, codeOfWords, words: { smallWords, notSmall } }) => {
  const not = new Set(split(notSmall));
  const snowball = SNOWBALL.get(codeOfWords) ?? [];
  const words = [...snowball.filter((word) => !not.has(word)), ...split(smallWords)];
  return new Set(words.map((word) => foldWord(word, code)));
});

/** Whether a folded word is one that search leaves out in this language, by its list of small words or by its letters; never if the language has neither. */
export function isFunctionWord(folded: string, language: string): boolean {
  return smallWordsIn(language).has(folded) || languageOf(language).writing.smallWords?.test(folded) === true;
}
