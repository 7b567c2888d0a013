/** A stretch of an article's text: UTF-16 code unit offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` covers the whole of `inner`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit. */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The part of `span` without white space at either end; an empty span at its start if nothing else is in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : { start: span.start, end: span.start };
}

/** Stretches counted from the start of `whole`, as spans of the text without white space at either end; blank ones left out. */
export function trimParts(text: string, whole: Span, parts: readonly Span[]): Span[] {
  return parts
    .map(({ start, end }) => trimSpan(text, { start: whole.start + start, end: whole.start + end }))
    .filter(({ start, end }) => end > start);
}

function isSpace(code: number): boolean {
  return /\s/u.test(String.fromCharCode(code));
}
