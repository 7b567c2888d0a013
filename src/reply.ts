import type { Article } from './article/article.js';
import type { Span } from './article/span.js';

/**
 * Words of an article to show: the span is all there is, so no excerpt can hold a word that the
 * article does not have at that place. The article gives the citation.
 */
export interface Excerpt extends Span {
  readonly article: Article;
  /** The number of the paragraph it stands in, from 1. */
  readonly paragraph: number;
  /** Words to set in bold, spans into the article's text within the excerpt, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** The probability, 0 to 1, that this excerpt is what was asked for; null where nothing was asked (a listing). */
  readonly confidence: number | null;
  /** Who says it, where the excerpt is a quotation or a reported statement. */
  readonly speaker?: ExcerptSpeaker;
  /** For a quotation: in the speaker's words, or only as reported. */
  readonly manner?: 'quoted' | 'reported';
}

/** The mention of a speaker as it stands in the article, and the name it was resolved to. */
export interface ExcerptSpeaker extends Span {
  readonly name: string;
}

/** Excerpts under one fixed heading ("What they said"); the heading is null for the main ones. */
export interface Section {
  readonly heading: string | null;
  readonly excerpts: readonly Excerpt[];
  /** Names or phrases of the article's, shown on one line ("Also called: …"); each a span into the article. */
  readonly names?: readonly { readonly article: Article; readonly span: Span }[];
}

/** The sources that answer what was asked: excerpts first, best first. */
export interface AnswerReply {
  readonly kind: 'answer';
  /** What was asked, for the head of the reply: the question, the name, the topic. User input: escape before showing. */
  readonly asked: string;
  readonly sections: readonly Section[];
  /** A fixed sentence of ours about the result ("3 quotations; 2 are reported speech."), never about the subject. */
  readonly note?: string;
}

/** The sources touch on it but do not answer. */
export interface RelatedReply {
  readonly kind: 'related';
  readonly asked: string;
  readonly sections: readonly Section[];
  readonly note?: string;
}

/** The sources say nothing about it: no excerpt. */
export interface NothingReply {
  readonly kind: 'nothing';
  readonly asked: string;
  /** One fixed sentence: what was not found and what to try. */
  readonly note: string;
  /** Names or topics that the articles do have, offered instead. */
  readonly suggestions?: readonly string[];
}

/** Not allowed, or not understood: one plain sentence that names the offender and says what to do. */
export interface RefusedReply {
  readonly kind: 'refused';
  readonly reason: string;
}

/** A message of ours about the bot itself (help, sources, a reload's report). */
export interface NoticeReply {
  readonly kind: 'notice';
  readonly title: string;
  readonly lines: readonly NoticeLine[];
}

/** A line of a notice: plain text, with a link where it has an address. */
export interface NoticeLine {
  readonly text: string;
  readonly url?: string;
  /** Shown in bold before the text. */
  readonly label?: string;
}

/** What a command may return. */
export type Reply = AnswerReply | RelatedReply | NothingReply | RefusedReply | NoticeReply;

/** Every excerpt of a reply, best first; empty where it has none. */
export function excerptsOf(reply: Reply): readonly Excerpt[] {
  return 'sections' in reply ? reply.sections.flatMap((section) => section.excerpts) : [];
}
