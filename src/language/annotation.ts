import type { Article } from '../article/article.js';
import { firstWhere } from '../article/binary-search.js';
import type { Span } from '../article/span.js';
import { readSeen } from './invisible.js';
import type { Token } from './token.js';
import { wordReadingOf } from './word-reading.js';

/** An article with its words: what every part that reads it starts from. */
export interface Annotation {
  readonly article: Article;
  /** All tokens in the order of the text, spans into the article's text. */
  readonly tokens: readonly Token[];
  /** For each sentence, by its index, the range of its tokens: `first` included, `end` not. */
  readonly sentenceTokens: readonly TokenRange[];
}

/** A range of places in a list of tokens: `first` included, `end` not. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The words of an article, sentence by sentence: parts of speech and stems for English; for any other language
 * `Intl.Segmenter`'s words with the tag `X`, and stems and stop words if there are some for the language.
 */
export function annotate(article: Article): Annotation {
  const tokens: Token[] = [];
  const sentenceTokens: TokenRange[] = [];
  for (const sentence of article.sentences) {
    const first = tokens.length;
    for (const token of tokenize(article.text.slice(sentence.start, sentence.end), article.meta.language)) {
      tokens.push({ ...token, start: token.start + sentence.start, end: token.end + sentence.start });
    }
    sentenceTokens.push({ first, end: tokens.length });
  }
  return { article, tokens, sentenceTokens };
}

/** The tokens of one sentence of an annotated article; empty if there is no such sentence. */
export function tokensOfSentence(annotation: Annotation, sentence: number): readonly Token[] {
  const range = annotation.sentenceTokens[sentence];
  return range === undefined ? [] : annotation.tokens.slice(range.first, range.end);
}

/** The tokens that lie wholly in a span of an annotated article. */
export function tokensWithin({ tokens }: Pick<Annotation, 'tokens'>, { start, end }: Span): readonly Token[] {
  const first = countBefore(tokens, start);
  let last = first;
  while ((tokens[last]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
  return tokens.slice(first, last);
}

/** How many of the tokens, which are in order, begin before an offset. */
function countBefore(tokens: readonly Token[], offset: number): number {
  return firstWhere(tokens.length, (place) => (tokens[place]?.start ?? 0) >= offset);
}

/**
 * The tokens of a text in the given language (BCP 47), spans counted from the start of the text. Soft hyphens, zero-width spaces and ligatures
 * inside a word are in its span, and part it nowhere.
 */
export function tokenize(written: string, language: string): Token[] {
  const seen = readSeen(written);
  const { tokenize: read } = wordReadingOf(language);
  if (seen === null) return read(written, language);
  return read(seen.text, language).map((token) => ({
    ...token,
    start: seen.placeOf(token.start),
    end: seen.placeOf(token.end - 1) + 1,
  }));
}
