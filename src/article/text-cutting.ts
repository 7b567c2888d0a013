import { byLanguage, languageOf } from '../lexicon/language.js';
import { splitOtherSentences } from './other-sentences.js';
import { estimatePieces, LARGEST_READ } from './pieces.js';
import { splitSentences } from './sentences.js';
import type { Span } from './span.js';

/** How the text of an article is cut into sentences and passages in its language (BCP 47). */
export interface TextCutting {
  /** The sentences of one paragraph, without the white space around them, in order; none for a blank one. */
  readonly splitSentences: (text: string, paragraph: Span, language: string) => Span[];
  /** How large a sentence is, and how large a passage may be unless one sentence alone is larger. */
  readonly measure: (sentence: string, language: string) => number;
  readonly largestPassage: number;
}

/** Words that a passage holds at most which the reader does not read: about a screen of an embed. */
const MOST_WORDS = 120;

/** Letters that a word has on average where no space parts words: two in Chinese and Japanese, more in Thai. */
const LETTERS_A_WORD = 2;

function countWords(text: string, language: string): number {
  if (languageOf(language).writing.isRunOn === true)
    return Math.ceil((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / LETTERS_A_WORD);
  return text.match(/\S+/gu)?.length ?? 0;
}

/** How text in a language (BCP 47) is cut: in the reader's own language by what it reads at once. */
export const textCuttingOf = byLanguage<TextCutting>(
  { en: { splitSentences, measure: estimatePieces, largestPassage: LARGEST_READ.pieces } },
  { splitSentences: splitOtherSentences, measure: countWords, largestPassage: MOST_WORDS },
);
