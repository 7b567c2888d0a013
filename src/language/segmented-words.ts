import type { Span } from '../article/span.js';
import { joinWholes, type KeyedWord } from './keyed-word.js';
import { segmentWords } from './segment-words.js';
import type { Token } from './token.js';
import { readWordIn } from './words-in.js';

/** The tokens of a text in a language without a tagger: `Intl.Segmenter`'s words with the tag `X`, and stems and small words as far as some are known. */
export function tokenizeSegments(text: string, language: string): Token[] {
  return segmentWords(text, language).map(({ start, end, isWord }) => {
    const { folded, key, isStop } = readWordIn(text.slice(start, end), language);
    return { start, end, norm: folded, stem: key, pos: 'X', isWord, isStop: isWord && isStop };
  });
}

const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
/** A number with what is counted written behind it ("20km"). */
const MEASURE = /^(\p{Nd}[\p{Nd}.,]*)(\p{L}{1,4})$/u;

/** The words of such a text as they are looked for. */
export function findSegmentedWords(
  text: string,
  see: (word: string) => string,
  language: string,
): KeyedWord[] {
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
