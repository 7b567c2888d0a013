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
  /** BCP 47 tag; told from the text where the source names none, `en` where that does not tell. */
  readonly language: string;
}

/** A block of text; `number` counts from 1 and is what a citation shows. */
export interface Paragraph extends Span {
  readonly number: number;
  readonly kind: 'text' | 'heading';
  /** Its sentences are `article.sentences.slice(firstSentence, endSentence)`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A sentence, without the white space around it; it never crosses a paragraph. */
export interface Sentence extends Span {
  /** Its place in `article.sentences`, from 0. */
  readonly index: number;
  /** The number of the paragraph it stands in, from 1. */
  readonly paragraph: number;
}

/** What search indexes: whole sentences of one paragraph, about a hundred words at most. */
export interface Passage extends Span {
  /** Its place in `article.passages`, from 0. */
  readonly index: number;
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
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
}

/** The article's own words at a span. The only way from a span to text. */
export function textAt(article: { readonly text: string }, span: Span): string {
  return article.text.slice(span.start, span.end);
}
