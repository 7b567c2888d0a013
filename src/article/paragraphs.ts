import type { AsideKind, Paragraph } from './article.js';
import { type Span, trimSpan } from './span.js';

/** A block of a text as its format tells it apart, before its sentences are known. */
export interface Block extends Span {
  readonly kind: Paragraph['kind'] | AsideKind;
  /** The header of the table that a row is in. */
  readonly lead?: Span;
  /** The page that it begins on, from 1, in what has pages. */
  readonly page?: number;
  /** Whether it is an entry of a list. */
  readonly isItem?: boolean;
  /** Whether it is in a block quotation. */
  readonly isQuote?: boolean;
}

const LINE = /[^\n\r\u2028\u2029\u0085\v\f]+/gu;
const BLANK_LINE =
  /(?:\r\n|[\n\r\u2028\u2029\u0085\v\f])[^\S\n\r\u2028\u2029\u0085\v\f]*(?:\r\n|[\n\r\u2028\u2029\u0085\v\f])/u;
/** How a line ends that ends a sentence, or leads into what follows. */
export const ENDS_SENTENCE =
  /[.!?:\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]["'\u201d\u2019\u00bb\u201c\u00ab\u300d\u300f)\]]*$/u;

/** Above this share of inner lines that end a sentence, a line break ends a paragraph and is no wrapped line. */
const LINES_ARE_PARAGRAPHS = 0.5;

/** Code units of a line that nobody wraps by hand. */
const LONGER_THAN_WRAPPED = 160;

/**
 * The paragraphs of a plain text, in order, without the white space around them; none for a blank text.
 *
 * Blank lines always part paragraphs. A single line break parts them too when most lines of the text
 * end a sentence, as when each paragraph is one line, or most of those between two blank lines do and
 * are too long for wrapped ones; otherwise it is a wrapped line.
 *
 * Gets wrong: verse and lists without blank lines, whose lines do not end sentences, become one paragraph.
 */
export function findParagraphs(text: string): Block[] {
  const lines = Array.from(text.matchAll(LINE), (line) =>
    trimSpan(text, { start: line.index, end: line.index + line[0].length }),
  ).filter((line) => line.end > line.start);
  const breaks = lines.slice(0, -1).map((line, i) => isBlankBetween(text, line, lines[i + 1]));
  const inner = lines.filter((_, i) => breaks[i] === false);
  const ended = inner.filter((line) => ENDS_SENTENCE.test(text.slice(line.start, line.end)));
  const isLineParagraph = ended.length > inner.length * LINES_ARE_PARAGRAPHS;
  const isLong = findLongRuns(text, lines, breaks);
  const blocks: Block[] = [];
  let open: { start: number; end: number } | undefined;
  lines.forEach((line, i) => {
    open = open === undefined ? { start: line.start, end: line.end } : { start: open.start, end: line.end };
    if (isLineParagraph || isLong[i] === true || breaks[i] !== false) {
      blocks.push({ ...open, kind: 'text' });
      open = undefined;
    }
  });
  return blocks;
}

/** For each line, whether it is in a run without blank lines whose lines are paragraphs by their length and their ends. */
function findLongRuns(text: string, lines: readonly Span[], breaks: readonly boolean[]): boolean[] {
  const isLong: boolean[] = [];
  while (isLong.length < lines.length) {
    const first = isLong.length;
    let end = first + 1;
    while (end < lines.length && breaks[end - 1] === false) end += 1;
    const inner = lines.slice(first, end - 1);
    const ended = inner.filter((line) => ENDS_SENTENCE.test(text.slice(line.start, line.end)));
    const length = inner.reduce((sum, line) => sum + line.end - line.start, 0);
    const isRun =
      ended.length > inner.length * LINES_ARE_PARAGRAPHS && length > inner.length * LONGER_THAN_WRAPPED;
    for (let i = first; i < end; i += 1) isLong.push(isRun);
  }
  return isLong;
}

function isBlankBetween(text: string, line: Span, next: Span | undefined): boolean {
  return next === undefined || BLANK_LINE.test(text.slice(line.end, next.start));
}
