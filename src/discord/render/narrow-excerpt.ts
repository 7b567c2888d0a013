import type { Span } from '../../article/span.js';
import { trimSpan } from '../../article/span.js';
import type { Excerpt } from '../../bot/reply.js';
import { findMarkup, LINE_BREAK } from './markup.js';

/** Characters that a line break takes in a block quote beside its own: `> `. */
const QUOTE_PREFIX = 2;

/** Characters that bold takes: `**` on either side. */
const BOLD = 4;

/** Room for what depends on where the cut falls: `… ` on both sides, and an escape that only a line's start needs. */
const SLACK = 6;

/** The share of the spare room that goes to the words before the first highlight. */
const LEAD = 1 / 3;

/** How far, in code units, a cut looks for white space before it falls inside a word (as in Chinese, which has none). */
const LONGEST_WORD = 40;

/**
 * The part of an excerpt that is shown when its markup may take `limit` characters: all of it if it fits; else one
 * stretch with as many of the highlights, from the first on, as fit, cut between words. Never cuts a surrogate pair.
 */
export function narrowExcerpt(excerpt: Excerpt, limit: number): Span {
  const { article, start, end } = excerpt;
  const text = article.text.slice(start, end);
  const costs = sumCosts(text, excerpt);
  const cost = (from: number, to: number): number => (costs[to] ?? 0) - (costs[from] ?? 0);
  if (cost(0, text.length) <= limit) return { start, end };
  const room = limit - SLACK;
  const anchor = findAnchor(excerpt, (from, to) => cost(from, to) <= room);
  let from = 0;
  if (cost(0, anchor.end) > room) {
    const lead = (room - cost(anchor.start, anchor.end)) * LEAD;
    from = anchor.start;
    while (from > 0 && cost(from - 1, anchor.start) <= lead) from -= 1;
    from = toWordStart(text, from, anchor.start);
  }
  let to = from;
  while (to < text.length && cost(from, to + 1) <= room) to += 1;
  to = toWordEnd(text, to, Math.max(anchor.end, from));
  return trimSpan(article.text, { start: start + from, end: start + to });
}

/** Running totals of what the text takes as markup; entry i is for its first i code units. */
function sumCosts(text: string, { start, highlights }: Excerpt): number[] {
  const own = Array.from({ length: text.length }, () => 1);
  const add = (at: number, count: number): void => {
    own[at] = (own[at] ?? 0) + count;
  };
  for (const at of findMarkup(text)) add(at, 1);
  for (const { index } of text.matchAll(LINE_BREAK)) {
    add(index, QUOTE_PREFIX);
    const isInBold = highlights.some((span) => span.start - start <= index && index < span.end - start);
    if (isInBold) add(index, BOLD);
  }
  for (const span of highlights) add(Math.max(0, span.start - start), BOLD);
  const sums = [0];
  for (const count of own) sums.push((sums.at(-1) ?? 0) + count);
  return sums;
}

/** From the first highlight to the last that still fits; the place of the first if it alone does not fit. */
function findAnchor({ start, highlights }: Excerpt, isFitting: (from: number, to: number) => boolean): Span {
  const first = highlights[0];
  if (first === undefined) return { start: 0, end: 0 };
  const from = first.start - start;
  const ends = highlights.map((span) => span.end - start).filter((to) => isFitting(from, to));
  return { start: from, end: ends.at(-1) ?? from };
}

function toWordStart(text: string, from: number, limit: number): number {
  const last = Math.min(limit, from + LONGEST_WORD);
  for (let at = from; at <= last; at += 1) if (isSpaceAt(text, at - 1)) return at;
  return skipJoined(text, from, 1);
}

function toWordEnd(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.length;
  const last = Math.max(limit, to - LONGEST_WORD);
  for (let at = to; at >= last; at -= 1) if (isSpaceAt(text, at)) return at;
  return skipJoined(text, to, -1);
}

/** Moves a cut away from the middle of a surrogate pair, and from between a letter and its combining marks. */
function skipJoined(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at > 0 && at < text.length && isJoined(text, at)) at += step;
  return at;
}

function isJoined(text: string, at: number): boolean {
  const isPairCut = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
  return isPairCut || /^[\p{M}\u200D]/u.test(text.slice(at, at + 2)) || text.charAt(at - 1) === '\u200D';
}

function isSpaceAt(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
