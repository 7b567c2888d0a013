import { lastBegunAt } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import { firstTokenAt } from '../grammar/token-range.js';
import type { MarkedSpan } from './marked-span.js';

/** Words between marks with what is around them in their paragraph. */
export interface MarkedContext {
  readonly marked: MarkedSpan;
  /** What is said, without the marks. */
  readonly inner: string;
  /** From the previous marked words, or the paragraph's beginning, up to these. */
  readonly before: string;
  /** Whether marked words are before these in the paragraph. */
  readonly isLater: boolean;
  /** Tokens of the sentence they are in, before them and outside the marked words before. */
  readonly lead: TokenRange;
  /** Tokens of the rest of the sentence after them, up to the next marked words. */
  readonly tail: TokenRange;
  /** The text after them up to the next marked words or the paragraph's end. */
  readonly after: string;
}

/** The marked words of an article, each in its context, in order. */
export function contextsOf(annotation: Annotation, marked: readonly MarkedSpan[]): MarkedContext[] {
  const { article, tokens } = annotation;
  return marked.map((span, i) => {
    const paragraph = article.paragraphs[span.paragraph - 1] ?? span;
    const previous = marked[i - 1]?.paragraph === span.paragraph ? marked[i - 1] : undefined;
    const next = marked[i + 1]?.paragraph === span.paragraph ? marked[i + 1] : undefined;
    const from = previous?.end ?? paragraph.start;
    const to = next?.start ?? paragraph.end;
    const innerEnd = span.end - span.closing;
    const at = firstTokenAt(tokens, span.start);
    const gapFirst = firstTokenAt(tokens, span.end);
    const gapEnd = firstTokenAt(tokens, to);
    return {
      marked: span,
      inner: article.text.slice(Math.min(span.start + span.opening, innerEnd), innerEnd),
      before: article.text.slice(from, span.start),
      isLater: previous !== undefined,
      lead: { first: Math.max(firstTokenAt(tokens, from), sentenceFirst(annotation, span)), end: at },
      tail: { first: gapFirst, end: Math.min(gapEnd, sentenceEnd(annotation, gapFirst)) },
      after: article.text.slice(span.end, to),
    };
  });
}

function sentenceFirst({ article, sentenceTokens }: Annotation, span: Span): number {
  const index = sentencePlaceAt(article.sentences, span.start);
  return sentenceTokens[index]?.first ?? 0;
}

function sentenceEnd({ article, tokens, sentenceTokens }: Annotation, token: number): number {
  const start = tokens[token]?.start;
  if (start === undefined) return token;
  return sentenceTokens[sentencePlaceAt(article.sentences, start)]?.end ?? token;
}

/** The place of the sentence that covers an offset, or of the last that begins before it; 0 before the first. */
export function sentencePlaceAt(sentences: readonly Span[], offset: number): number {
  return Math.max(0, lastBegunAt(sentences, offset));
}
