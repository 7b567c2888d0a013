import type { Span } from '../article/span.js';

/** Universal part-of-speech tags (universaldependencies.org/u/pos); `X` if none is known. */
export const PARTS_OF_SPEECH = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** A word, a number or a mark of a text; its own letters are the text at its span. */
export interface Token extends Span {
  /** Compared form: lower case, no accents, straight quotation marks; see `normalise`, outside English `foldWord`. */
  readonly norm: string;
  /** Stem of `norm` in the text's language; `norm` itself for numbers, marks and languages without a stemmer. */
  readonly stem: string;
  readonly pos: PartOfSpeech;
  /** Letters or digits, not a mark. */
  readonly isWord: boolean;
  /** A word that says little by itself ("the", "of", "was"). */
  readonly isStop: boolean;
}
