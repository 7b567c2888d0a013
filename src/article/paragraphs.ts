import { type Span, trimSpan } from './span.js';

/** A block of a plain text, before its sentences are known. */
export interface Block extends Span {
  readonly kind: 'text' | 'heading';
}

const LINE = /[^\n\r\u2028\u2029\u0085\v\f]+/gu;
const BLANK_LINE =
  /(?:\r\n|[\n\r\u2028\u2029\u0085\v\f])[^\S\n\r\u2028\u2029\u0085\v\f]*(?:\r\n|[\n\r\u2028\u2029\u0085\v\f])/u;
const ENDS_SENTENCE = /[.!?:\u2026\u3002\uff01\uff1f]["'\u201d\u2019\u00bb)\]]*$/u;

/** Above this share of inner lines that end a sentence, a line break ends a paragraph and is no wrapped line. */
const LINES_ARE_PARAGRAPHS = 0.5;

/**
 * The paragraphs of a plain text, in order, without the white space around them; none for a blank text.
 *
 * Blank lines always part paragraphs. A single line break parts them too when most lines of the text
 * end a sentence, as where each paragraph is one line; otherwise it is a wrapped line.
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
  const blocks: Block[] = [];
  let open: { start: number; end: number } | undefined;
  lines.forEach((line, i) => {
    open = open === undefined ? { start: line.start, end: line.end } : { start: open.start, end: line.end };
    if (isLineParagraph || breaks[i] !== false) {
      blocks.push({ ...open, kind: 'text' });
      open = undefined;
    }
  });
  return blocks;
}

function isBlankBetween(text: string, line: Span, next: Span | undefined): boolean {
  return next === undefined || BLANK_LINE.test(text.slice(line.end, next.start));
}
