import { languageOf } from '../lexicon/language.js';
import { findAsking, type PlainKind } from './asked-words.js';
import { segmentWords } from './segment-words.js';
import { readWordIn, type WordIn } from './words-in.js';

/** A question that is put to an article by its words alone: these, and what is asked for if a question word tells. */
export interface PlainQuestion {
  readonly language: string;
  /** In the order of the question, each once; empty if it has stop words and question words only. */
  readonly terms: readonly WordIn[];
  readonly kind: PlainKind;
  /** The place in `terms` of what is counted or measured ("wie viele Boote"); -1 if no count is asked for. */
  readonly counted: number;
}

/** A question analysed in the language of the articles that it is put to (BCP 47); any text will do. */
export function analysePlainQuestion(text: string, language: string): PlainQuestion {
  const words = segmentWords(text, language)
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => readWordIn(text.slice(start, end), language));
  const { kind, isAsking, countFrom } = findAsking(
    words.map(({ folded }) => folded),
    language,
  );
  const terms = new Map<string, WordIn>();
  let counted = -1;
  words.forEach((word, i) => {
    if (isAsking[i] === true || word.isStop || terms.has(word.key)) return;
    if (countFrom !== -1 && i >= countFrom && counted === -1) counted = terms.size;
    terms.set(word.key, word);
  });
  return { language: languageOf(language).code, terms: [...terms.values()], kind, counted };
}
