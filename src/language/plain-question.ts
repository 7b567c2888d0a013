import { languageOf } from '../lexicon/language.js';
import { findAsking, type PlainKind } from './asked-words.js';
import { isFunctionWord } from './function-words.js';
import { hasMeanings, meaningsOf } from './meanings.js';
import { tellLanguages } from './question-language.js';
import { segmentWords } from './segment-words.js';
import { readWordIn, type WordIn } from './words-in.js';

/** A word of a question, read as a word of the articles. */
export interface PlainTerm extends WordIn {
  /** What it means in the language that it is asked in, by places in `MEANINGS`. */
  readonly meanings: readonly number[];
}

/** A question that is put to an article by its words alone: these, and what is asked for if a question word tells. */
export interface PlainQuestion {
  /** The language of the articles. */
  readonly language: string;
  /** Whether it is asked in another language, so that the articles have it by its meanings, names and numbers. */
  readonly isFromElsewhere: boolean;
  /** In the order of the question, each once; empty if it has stop words and question words only. */
  readonly terms: readonly PlainTerm[];
  readonly kind: PlainKind;
  /** The place in `terms` of what is counted or measured ("wie viele Boote"); -1 if no count is asked for. */
  readonly counted: number;
}

/** A question analysed for articles in a language (BCP 47), in that language or, if it is plainly asked in another one whose words are listed, in that; any text will do. */
export function analysePlainQuestion(text: string, language: string): PlainQuestion {
  const asked = languageAsked(text, language);
  const isFromElsewhere = languageOf(asked).code !== languageOf(language).code;
  const words = segmentWords(text, asked)
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => text.slice(start, end));
  const folded = words.map((word) => readWordIn(word, asked).folded);
  const { kind, isAsking, countFrom } = findAsking(folded, asked);
  const terms = new Map<string, PlainTerm>();
  let counted = -1;
  words.forEach((surface, i) => {
    const word = readWordIn(surface, language);
    const isStop = isFromElsewhere ? isFunctionWord(folded[i] ?? '', asked) : word.isStop;
    if (isAsking[i] === true || isStop || terms.has(word.key)) return;
    if (countFrom !== -1 && i >= countFrom && counted === -1) counted = terms.size;
    terms.set(word.key, { ...word, meanings: meaningsOf(surface, asked) });
  });
  return {
    language: languageOf(language).code,
    isFromElsewhere,
    terms: [...terms.values()],
    kind,
    counted,
  };
}

/** The language that a question is asked in, if it has more small words of it than of the articles' or other letters; else the articles'. */
function languageAsked(text: string, language: string): string {
  const [told = language] = tellLanguages([text]);
  if (told === language || !hasMeanings(told) || !hasMeanings(language)) return language;
  const smallWords = (of: string): number =>
    segmentWords(text, of).filter(({ start, end }) =>
      isFunctionWord(readWordIn(text.slice(start, end), of).folded, of),
    ).length;
  return smallWords(told) > smallWords(language) ? told : language;
}
