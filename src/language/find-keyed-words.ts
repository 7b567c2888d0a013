import { isEnglish, isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';
import type { Span } from '../article/span.js';
import { findEnglishWords } from './english-keyed-words.js';
import { foldWord } from './fold-word.js';
import { readSeen } from './invisible.js';
import { joinWholes, type KeyedWord } from './keyed-word.js';
import { segmentWords } from './segment-words.js';
import { readWordIn } from './words-in.js';

/**
 * The words of a text in a language (BCP 47) as they are looked for, in order, not overlapping. `see` is shown each word as it stands and returns the word
 * to take instead (its correction), or the same.
 */
export function findKeyedWords(
  written: string,
  language: string,
  see: (word: string) => string = (word) => word,
): KeyedWord[] {
  const seen = readSeen(written);
  const text = seen?.text ?? written;
  const words = isEnglish(language) ? findEnglishWords(text, see) : findOtherWords(text, language, see);
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

const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
/** A number with what is counted written behind it ("20km"). */
const MEASURE = /^(\p{Nd}[\p{Nd}.,]*)(\p{L}{1,4})$/u;

function findOtherWords(text: string, language: string, see: (word: string) => string): KeyedWord[] {
  const words: KeyedWord[] = [];
  const add = ({ start, end }: Span): void => {
    const surface = text.slice(start, end);
    const written = see(DOTTED.test(surface) ? surface.replaceAll('.', '') : surface);
    const { folded, key, others, isStop } = readWordIn(written, language);
    words.push({ start, end, norm: folded, stem: key, others, isStop, whole: null });
  };
  for (const { start, end, isWord } of segmentWords(text, language)) {
    if (!isWord) continue;
    const figures = MEASURE.exec(text.slice(start, end))?.[1]?.length;
    if (figures === undefined) add({ start, end });
    else {
      add({ start, end: start + figures });
      add({ start: start + figures, end });
    }
  }
  return joinWholes(text, words, (norm) => readWordIn(norm, language).key);
}

/** Two letters side by side, as passages of languages without spaces are also found: a name is parted otherwise in every sentence. */
function pairsOf(run: string): string[] {
  const letters = Array.from(run);
  return letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
}

/**
 * The keys of all words of a text in its language, stop words left out: what the index stores and a query is made of. Keys of other
 * languages than English carry their language, so that no key meets one of another language. `see` as for `findKeyedWords`.
 */
export function findKeysIn(text: string, language: string, see?: (word: string) => string): string[] {
  const keys = findKeyedWords(text, language, see).flatMap(keysOf);
  if (isEnglish(language)) return keys;
  if (isWithoutSpaces(language)) {
    const folded = foldWord(text, language);
    for (const [run] of folded.matchAll(/[\p{L}\p{M}]{2,}/gu)) keys.push(...pairsOf(run));
  }
  const primary = primaryLanguage(language);
  return keys.map((key) => `${primary}${LANGUAGE_MARK}${key}`);
}

/** Stands between the language and the key: a separator that no word holds. */
const LANGUAGE_MARK = '\u001f';

/** How many code units of an index's key name its language; 0 for English. */
export function languageLength(key: string): number {
  return key.indexOf(LANGUAGE_MARK) + 1;
}
