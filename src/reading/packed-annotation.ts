import type { Article } from '../article/article.js';
import type { Annotation, TokenRange } from '../language/annotation.js';
import { PARTS_OF_SPEECH, type Token } from '../language/token.js';

/** An annotation as it goes from one thread to another: each word once, the tokens as numbers. */
export interface PackedAnnotation {
  /** The different compared forms and stems. */
  readonly words: readonly string[];
  /** Of one token after the other what `TOKEN_WIDTH` counts: start, end, form and stem by their places in `words`, part of speech, and whether it is a word and a stop word as bits. */
  readonly tokens: Int32Array<ArrayBuffer>;
  /** For each sentence its first token and the end of its tokens. */
  readonly sentences: Int32Array<ArrayBuffer>;
}

const TOKEN_WIDTH = 6;
const IS_WORD = 1;
const IS_STOP = 2;

/** An annotation made ready to be sent; `unpackAnnotation` gives its equal back. */
export function packAnnotation({ tokens, sentenceTokens }: Annotation): PackedAnnotation {
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, places.size);
    return places.size - 1;
  };
  const numbers = new Int32Array(tokens.length * TOKEN_WIDTH);
  tokens.forEach(({ start, end, norm, stem, pos, isWord, isStop }, index) => {
    const flags = (isWord ? IS_WORD : 0) | (isStop ? IS_STOP : 0);
    const part = PARTS_OF_SPEECH.indexOf(pos);
    numbers.set([start, end, placeOf(norm), placeOf(stem), part, flags], index * TOKEN_WIDTH);
  });
  return {
    words: [...places.keys()],
    tokens: numbers,
    sentences: Int32Array.from(sentenceTokens.flatMap(({ first, end }) => [first, end])),
  };
}

/** Sentences unpacked in one step: a millisecond or so. */
const SENTENCES_IN_STEP = 50;

/** The annotation of this article that was packed; a step after some sentences each, as a long article has 300,000 tokens. */
export function* unpackAnnotation(
  article: Article,
  { words, tokens: numbers, sentences }: PackedAnnotation,
): Generator<undefined, Annotation> {
  const tokens: Token[] = [];
  const sentenceTokens: TokenRange[] = [];
  for (let index = 0; index < sentences.length / 2; index += 1) {
    const range = { first: sentences[index * 2] ?? 0, end: sentences[index * 2 + 1] ?? 0 };
    for (let place = range.first; place < range.end; place += 1)
      tokens.push(unpackToken(words, numbers, place));
    sentenceTokens.push(range);
    if (index % SENTENCES_IN_STEP === 0) yield;
  }
  return { article, tokens, sentenceTokens };
}

function unpackToken(words: readonly string[], numbers: Int32Array, place: number): Token {
  const at = (field: number): number => numbers[place * TOKEN_WIDTH + field] ?? 0;
  return {
    start: at(0),
    end: at(1),
    norm: words[at(2)] ?? '',
    stem: words[at(3)] ?? '',
    pos: PARTS_OF_SPEECH[at(4)] ?? 'X',
    isWord: (at(5) & IS_WORD) !== 0,
    isStop: (at(5) & IS_STOP) !== 0,
  };
}
