import type { Phrase } from '../messages/phrase.js';
import type { Span } from './span.js';

/** What a source says about itself: front matter, or an HTML page's own metadata. */
export interface ArticleMeta {
  /** Never empty: front matter, else the page's title, else the file's name made readable. */
  readonly title: string;
  /** Absolute http(s) address, or null. */
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO calendar date `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** BCP 47 tag; told from the text if the source names none, `en` if that does not tell. */
  readonly language: string;
}

/** A block of prose, a heading, or the row of a table. What else a text holds is among its `asides`, never here. */
export interface Paragraph extends Span {
  /** What a citation shows: counted from 1 over all but headings, anew on each page; a heading has the number of what it heads. */
  readonly number: number;
  /** The page that it begins on, from 1; left out in what has no pages. */
  readonly page?: number;
  readonly kind: 'text' | 'heading' | 'row';
  /** Whether it is in a block quotation, with who is cited for it; left out in others. */
  readonly isQuote?: true;
  /** What it is read under: the header of its table, or what leads in its list; null for most. */
  readonly lead: Span | null;
  /** Its sentences are `article.sentences.slice(firstSentence, endSentence)`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A sentence, without the white space around it; it never crosses a paragraph. */
export interface Sentence extends Span {
  /** Its place in `article.sentences`, from 0. */
  readonly index: number;
  /** The place of its paragraph in `article.paragraphs`, counted from 1; not the number that a citation shows. */
  readonly paragraph: number;
}

/**
 * What a text holds besides its prose: the furniture of a page (datelines, bylines, times, captions and credits, links to other
 * articles, newsletter and share lines, notices of correction), what is above and below the text of each page, and code. It has no sentences, so nothing ranks, quotes or counts it;
 * `/search` finds it last.
 */
export interface Aside extends Span {
  readonly kind: AsideKind;
}

export const ASIDE_KINDS = [
  'dateline',
  'byline',
  'time',
  'caption',
  'link',
  'notice',
  'correction',
  'code',
  'running',
] as const;

export type AsideKind = (typeof ASIDE_KINDS)[number];

/** What search indexes: whole sentences of one paragraph, about a hundred words at most. */
export interface Passage extends Span {
  /** Its place in `article.passages`, from 0. */
  readonly index: number;
  /** The place of its paragraph, as a sentence's. */
  readonly paragraph: number;
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A source as read: its text never changes, and everything said about it is a span into that text. */
export interface Article {
  /** The path below the seeds folder without the ending, with `/` between folders. */
  readonly id: string;
  readonly meta: ArticleMeta;
  readonly text: string;
  /** What is to be known about how its source was read, each a clause without the source's name: bytes of no character, a main text that is not certain. */
  readonly notes: readonly Phrase[];
  readonly paragraphs: readonly Paragraph[];
  /** In order; none overlaps a paragraph. */
  readonly asides: readonly Aside[];
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
}

/** Whether furniture is within a span, between parts of it that are prose. */
export function holdsAside({ asides }: Pick<Article, 'asides'>, { start, end }: Span): boolean {
  return asides.some((aside) => aside.start > start && aside.end < end);
}

/** The article's own words at a span. The only way from a span to text. */
export function textAt(article: { readonly text: string }, span: Span): string {
  return article.text.slice(span.start, span.end);
}
