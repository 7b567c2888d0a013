import { findKeyedWords, findKeysIn, keysOf } from '../language/find-keyed-words.js';
import type { KnownWords } from '../language/known-words.js';
import { wordReadingOf } from '../language/word-reading.js';
import { findTwoWords } from './two-words.js';

/** What an index looks for. */
export interface IndexQuery {
  /** Keys of which a passage must have one; each once. */
  readonly keys: readonly string[];
  /** Words that may be written in two, of which a passage must have both, one behind the other. */
  readonly inTwo: readonly WordInTwo[];
}

/** A word that may be written in two. */
export interface WordInTwo {
  readonly keys: readonly string[];
  readonly pattern: RegExp;
}

/** Words shorter than this are not completed: two or three letters begin too many words. */
export const SHORTEST_BEGUN = 4;
/** Words that one begun is completed to, if its stem begins none of theirs ("negotiat"). */
const MOST_COMPLETED = 20;

/**
 * Words as typed, read by the rules of each language that the articles have: if its words are learned from them, what is unknown is completed if it begins known words, else
 * corrected, and what may be written in two words is looked for so too.
 */
export function readIndexQuery(
  words: string,
  languages: ReadonlySet<string>,
  vocabulary: KnownWords,
): IndexQuery {
  const keys = new Set<string>();
  let inTwo: readonly WordInTwo[] = [];
  for (const language of languages) {
    if (!wordReadingOf(language).hasVocabulary) {
      for (const key of findKeysIn(words, language)) keys.add(key);
      continue;
    }
    const known = readByVocabulary(words, language, vocabulary);
    for (const key of known.keys) keys.add(key);
    inTwo = [...inTwo, ...known.inTwo];
  }
  return { keys: [...keys], inTwo };
}

function readByVocabulary(words: string, language: string, vocabulary: KnownWords): IndexQuery {
  const completed: string[] = [];
  const own = findKeyedWords(words, language, (word) => {
    if (word.length < SHORTEST_BEGUN || vocabulary.has(word)) return word;
    const whole = vocabulary.beginningWith(word, MOST_COMPLETED);
    completed.push(...whole);
    return whole.length > 0 ? word : vocabulary.correct(word);
  });
  const keys = own.flatMap(keysOf);
  return {
    keys: completed.length === 0 ? keys : [...keys, ...findKeysIn(completed.join(' '), language)],
    inTwo: own.flatMap(({ norm, isStop }) => (isStop ? [] : findInTwo(norm, language, vocabulary))),
  };
}

function findInTwo(norm: string, language: string, vocabulary: KnownWords): WordInTwo[] {
  return findTwoWords(norm, (word) => vocabulary.hasForm(word)).map(({ first, second }) => ({
    keys: findKeysIn(`${first} ${second}`, language),
    pattern: new RegExp(`(?<!\\p{L})${first}[\\s\\u2010\\u2011-]${second}s?(?!\\p{L})`, 'iu'),
  }));
}
