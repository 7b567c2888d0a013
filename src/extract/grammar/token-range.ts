import type { Span } from '../../article/span.js';
import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';

/** The place of the first token that begins at or after an offset; the number of tokens where none does. */
export function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const token = tokens[middle];
    if (token !== undefined && token.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text span that a range of tokens covers; undefined for an empty range. */
export function spanOfTokens(tokens: readonly Token[], range: TokenRange): Span | undefined {
  const first = tokens[range.first];
  const last = tokens[range.end - 1];
  return first === undefined || last === undefined || range.end <= range.first
    ? undefined
    : { start: first.start, end: last.end };
}
