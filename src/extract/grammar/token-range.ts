import { firstWhere } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';

/** The place of the first token that begins at or after an offset; the number of tokens if none does. */
export function firstTokenAt(tokens: readonly Token[], offset: number): number {
  return firstWhere(tokens.length, (place) => (tokens[place]?.start ?? 0) >= offset);
}

/** The place of the sentence that a token is in; the number of sentences if it is in none. */
export function sentenceOfToken({ sentenceTokens }: Annotation, token: number): number {
  return firstWhere(sentenceTokens.length, (place) => (sentenceTokens[place]?.end ?? 0) > token);
}

/** The text span that a range of tokens covers; undefined for an empty range. */
export function spanOfTokens(tokens: readonly Token[], range: TokenRange): Span | undefined {
  const first = tokens[range.first];
  const last = tokens[range.end - 1];
  return first === undefined || last === undefined || range.end <= range.first
    ? undefined
    : { start: first.start, end: last.end };
}
