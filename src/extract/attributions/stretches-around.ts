import type { Article } from '../../article/article.js';
import { firstWhere } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { spanOfTokens } from '../grammar/token-range.js';
import type { QuotedSpeech } from './quoted-speech.js';

/** Which parts of an article are read for some places of it; whatever lies elsewhere is left. */
export interface Stretches {
  /** Whether a span is read at all, be it for who speaks next. */
  readonly isRead: (span: Span) => boolean;
  /** Whether it is one of those whose reading is told: the same as of the whole article. */
  readonly isTold: (span: Span) => boolean;
}

/** A speaker whom only what was said before can name. */
const POINTS_BACK = /(?<![\p{L}\p{N}])(?:s?he(?![\p{L}\p{N}])|the \d{1,3}-year)/iu;

/**
 * What of an article has to be read so that who says what around some places comes out as of the whole. "He" is whoever spoke in the paragraph or the one before,
 * which may be a "he" in turn: so the reading begins where two paragraphs have none, and with the paragraph before them, whose quoted words count.
 * Quoted words are read whole, with the line that names who says them.
 */
export function stretchesAround(
  { article, tokens }: Annotation,
  speech: readonly QuotedSpeech[],
  places: readonly Span[],
): Stretches {
  const { paragraphs } = article;
  const told = new Set<number>();
  for (const place of places) {
    const { first, last } = paragraphsOf(article, place);
    for (let at = first; at <= last; at += 1) told.add(at);
  }
  const begun = beginnings(article, tokens, speech);
  const beginning = (at: number): number => begun.get(at) ?? at;
  const isFree = (at: number): boolean =>
    beginning(at) === at && !POINTS_BACK.test(article.text.slice(paragraphs[at]?.start, paragraphs[at]?.end));
  const read = new Set<number>();
  for (const at of told) {
    let from = at;
    for (let free = 0; from > 0 && free < 2 && !read.has(from); ) {
      read.add(from);
      from -= 1;
      free = isFree(from) ? free + 1 : 0;
    }
    read.add(from).add(Math.max(0, from - 1));
  }
  const holds =
    (chosen: ReadonlySet<number>) =>
    (span: Span): boolean => {
      const { first, last } = paragraphsOf(article, span);
      for (let at = first; at <= last; at += 1) if (chosen.has(at)) return true;
      return false;
    };
  return { isRead: holds(read), isTold: holds(told) };
}

/** The places of the paragraphs that a span touches; of one between two the place of the second. */
function paragraphsOf({ paragraphs }: Article, { start, end }: Span): { first: number; last: number } {
  const first = firstWhere(paragraphs.length, (at) => (paragraphs[at]?.end ?? 0) > start);
  const after = firstWhere(paragraphs.length, (at) => (paragraphs[at]?.start ?? 0) >= end);
  return { first, last: Math.max(first, after - 1) };
}

/** Where quoted words are, with what tells who says them. */
export function spansOfSpeech(
  tokens: Annotation['tokens'],
  { parts, cue, leadIn }: QuotedSpeech,
): readonly Span[] {
  const told = [cue?.cue ?? null, cue?.speaker ?? null].flatMap((range) =>
    range === null ? [] : (spanOfTokens(tokens, range) ?? []),
  );
  return [...parts, ...told, ...(leadIn === null ? [] : [leadIn])];
}

/** For each paragraph into which quoted words or their speaker reach the place of the one that they begin in. */
function beginnings(
  article: Article,
  tokens: Annotation['tokens'],
  speech: readonly QuotedSpeech[],
): Map<number, number> {
  const begun = new Map<number, number>();
  for (const said of speech) {
    const own = spansOfSpeech(tokens, said).map((span) => paragraphsOf(article, span));
    const first = Math.min(...own.map((range) => range.first));
    const last = Math.max(...own.map((range) => range.last));
    for (let at = first; at <= last; at += 1) begun.set(at, Math.min(first, begun.get(at) ?? at));
  }
  return begun;
}
