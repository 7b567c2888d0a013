import { byLanguage } from '../lexicon/language.js';
import { findEnglishWords } from './english-keyed-words.js';
import { tokenizeEnglish } from './english-tokens.js';
import { foldWord } from './fold-word.js';
import type { KeyedWord } from './keyed-word.js';
import { normalise } from './normalise.js';
import { findSegmentedWords, tokenizeSegments } from './segmented-words.js';
import type { Token } from './token.js';

/** How the words of a text are read in its language (BCP 47). */
export interface WordReading {
  readonly tokenize: (text: string, language: string) => Token[];
  /** The words as they are looked for; `see` is shown each and returns what to take instead. */
  readonly findWords: (text: string, see: (word: string) => string, language: string) => KeyedWord[];
  /** A text as it is compared letter by letter. */
  readonly fold: (text: string, language: string) => string;
  /** Whether its keys name the language, so that none meets a key of another one. */
  readonly areKeysMarked: boolean;
  /** Whether its words are learned from the articles, so that one typed is completed and corrected by them (see `known-words`). */
  readonly hasVocabulary: boolean;
}

/** For a language without a tagger: by Unicode's rules, with stems and small words as far as some are known. */
const BY_SEGMENTS: WordReading = {
  tokenize: tokenizeSegments,
  findWords: findSegmentedWords,
  fold: foldWord,
  areKeysMarked: true,
  hasVocabulary: false,
};

/** How words are read in a language. */
export const wordReadingOf = byLanguage<WordReading>(
  {
    en: {
      tokenize: tokenizeEnglish,
      findWords: findEnglishWords,
      fold: normalise,
      areKeysMarked: false,
      hasVocabulary: true,
    },
  },
  BY_SEGMENTS,
);
