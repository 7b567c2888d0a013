import { type Article, holdsAside, type Paragraph, type Sentence } from '../article/article.js';
import { lastBegunAt } from '../article/binary-search.js';
import { isOverlapping, type Span, trimSpan } from '../article/span.js';
import type { Excerpt } from '../bot/reply.js';

/** What an excerpt shows besides its span. */
export interface ExcerptDetails {
  /** Any order, may overlap or reach beyond the excerpt: they are put in order, joined and cut to it. */
  readonly highlights?: readonly Span[];
  readonly speaker?: Excerpt['speaker'];
  readonly manner?: Excerpt['manner'];
}

/**
 * The words of an article at a span, to show, up to the furniture in it if that is between (the stretch with the first highlight, else the first); the paragraph, and what that is read under, is the one the span starts in. Without confidence: only
 * the ranking of /ask has a measured one.
 */
export function createExcerpt(article: Article, whole: Span, details: ExcerptDetails = {}): Excerpt {
  const span = holdsAside(article, whole) ? cutAtAsides(article, whole, details.highlights?.[0]) : whole;
  const { number: paragraph = 1, page, lead = null } = paragraphAt(article, span.start) ?? {};
  return {
    article,
    start: span.start,
    end: span.end,
    paragraph,
    ...(page === undefined ? {} : { page }),
    ...(lead === null ? {} : { lead: { start: lead.start, end: lead.end } }),
    highlights: joinSpans(details.highlights ?? [], span),
    confidence: null,
    ...(details.speaker === undefined ? {} : { speaker: details.speaker }),
    ...(details.manner === undefined ? {} : { manner: details.manner }),
  };
}

/** The stretch of a span without furniture that has `wanted`, or the first. */
function cutAtAsides({ text, asides }: Article, { start, end }: Span, wanted: Span | undefined): Span {
  const between = asides.filter((aside) => aside.start > start && aside.end < end);
  const starts = [start, ...between.map((aside) => aside.end)];
  const stretches = starts
    .map((from, i) => trimSpan(text, { start: from, end: between[i]?.start ?? end }))
    .filter((stretch) => stretch.end > stretch.start);
  const found =
    wanted === undefined ? undefined : stretches.find((stretch) => isOverlapping(stretch, wanted));
  return found ?? stretches[0] ?? { start, end };
}

/** The paragraph that holds this offset, or undefined between paragraphs. */
export function paragraphAt(article: Article, offset: number): Paragraph | undefined {
  return article.paragraphs[lastBegunAt(article.paragraphs, offset)];
}

/** The sentence that holds this offset, or the last one before it; undefined if there is none. */
export function sentenceAt(article: Article, offset: number): Sentence | undefined {
  return article.sentences[lastBegunAt(article.sentences, offset)];
}

/** One excerpt for each sentence in which a span starts, in order of the spans, with the spans highlighted. */
export function showSentences(article: Article, spans: readonly Span[]): Excerpt[] {
  const bySentence = new Map<Sentence, Span[]>();
  for (const span of spans) {
    const sentence = sentenceAt(article, span.start);
    if (sentence === undefined) continue;
    const own = bySentence.get(sentence);
    if (own === undefined) bySentence.set(sentence, [span]);
    else own.push(span);
  }
  return [...bySentence].map(([sentence, highlights]) => createExcerpt(article, sentence, { highlights }));
}

/** The stretch of whole sentences that holds all the spans; the spans themselves if no sentence does. */
export function coverWithSentences(article: Article, spans: readonly Span[]): Span {
  let start = Math.min(...spans.map((span) => span.start));
  let end = Math.max(...spans.map((span) => span.end));
  for (const at of [start, Math.max(start, end - 1)]) {
    const sentence = sentenceAt(article, at);
    if (sentence === undefined || !isOverlapping(sentence, { start, end })) continue;
    start = Math.min(start, sentence.start);
    end = Math.max(end, sentence.end);
  }
  return { start, end };
}

/** The spans cut to `within`, in order, those that touch or overlap made one; empty ones dropped. */
function joinSpans(spans: readonly Span[], within: Span): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, within.start);
    const end = Math.min(span.end, within.end);
    if (start >= end) continue;
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else joined.push({ start, end });
  }
  return joined;
}
