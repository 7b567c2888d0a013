import type { Span } from '../article/span.js';
import { languageOf } from '../lexicon/language.js';
import { foldWord } from './fold-word.js';
import { readSeen } from './invisible.js';
import type { KeyedWord } from './keyed-word.js';
import { wordReadingOf } from './word-reading.js';

/**
 * The words of a text in a language (BCP 47) as they are looked for, in order, not overlapping. `see` is shown each word as it is written and returns the word
 * to take instead (its correction), or the same.
 */
export function findKeyedWords(
  written: string,
  language: string,
  see: (word: string) => string = (word) => word,
): KeyedWord[] {
  const seen = readSeen(written);
  const text = seen?.text ?? written;
  const words = wordReadingOf(language).findWords(text, see, language);
  if (seen === null) return words;
  const toWritten = ({ start, end }: Span): Span => ({
    start: seen.placeOf(start),
    end: seen.placeOf(end - 1) + 1,
  });
  return words.map((word) => ({
    ...word,
    ...toWritten(word),
    whole: word.whole === null ? null : { ...word.whole, ...toWritten(word.whole) },
  }));
}

/** The keys of a word and of the whole that it begins; none for a stop word by itself. */
export function keysOf({ stem, others, isStop, whole }: KeyedWord): string[] {
  const own = isStop ? [] : [stem, ...others];
  return whole === null ? own : [...own, whole.stem];
}

/** Two letters side by side, as passages of languages without spaces are also found: a name is parted otherwise in every sentence. */
function pairsOf(run: string): string[] {
  const letters = Array.from(run);
  return letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
}

/**
 * The keys of all words of a text in its language, stop words left out: what the index stores and a query is made of. Those of
 * most languages carry their language, so that no key meets one of another (see `WordReading.areKeysMarked`). `see` as for `findKeyedWords`.
 */
export function findKeysIn(text: string, language: string, see?: (word: string) => string): string[] {
  const keys = findKeyedWords(text, language, see).flatMap(keysOf);
  const { code, writing } = languageOf(language);
  if (writing.isRunOn === true) {
    const folded = foldWord(text, language);
    for (const [run] of folded.matchAll(/[\p{L}\p{M}]{2,}/gu)) keys.push(...pairsOf(run));
  }
  return wordReadingOf(language).areKeysMarked ? keys.map((key) => `${code}${LANGUAGE_MARK}${key}`) : keys;
}

/** Stands between the language and the key: a separator that no word holds. */
const LANGUAGE_MARK = '\u001f';

/** How many code units of an index's key name its language; 0 if the key carries none. */
export function languageLength(key: string): number {
  return key.indexOf(LANGUAGE_MARK) + 1;
}
