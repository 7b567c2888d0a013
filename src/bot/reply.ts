import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Wording } from '../messages/phrase.js';

/**
 * Words of an article to show: the span is all there is, so no excerpt can hold a word that the
 * article does not have at that place. The article gives the citation.
 */
export interface Excerpt extends Span {
  readonly article: Article;
  /** The number of the paragraph it is in, from 1; anew on each page. */
  readonly paragraph: number;
  /** The page that the paragraph begins on, from 1; left out in what has no pages. */
  readonly page?: number;
  /** What it is read under, shown above it: the header of its table, or what leads in its list; a span of the article before it. */
  readonly lead?: Span;
  /** Words to set in bold, spans into the article's text within the excerpt, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** The probability, 0 to 1, that this excerpt is what was asked for; null if nothing was asked (a listing). */
  readonly confidence: number | null;
  /** Who says it, if the excerpt is a quotation or a reported statement. */
  readonly speaker?: ExcerptSpeaker;
  /** For a quotation: in the speaker's words, or only as reported. */
  readonly manner?: 'quoted' | 'reported';
}

/** The mention of a speaker as it is in the article, and the name it was resolved to. */
export interface ExcerptSpeaker extends Span {
  readonly name: string;
}

/** Excerpts under one fixed heading ("What they said"); the heading is null for the main ones. */
export interface Section<Words extends Wording = Wording> {
  readonly heading: Words | null;
  readonly excerpts: readonly Excerpt[];
  /** Names or phrases of the article's, shown on one line ("Also called: …"); each a span into the article. */
  readonly names?: readonly { readonly article: Article; readonly span: Span }[];
}

/** The sources that answer what was asked: excerpts first, best first. */
export interface AnswerReply<Words extends Wording = Wording> {
  readonly kind: 'answer';
  /** What was asked, for the head of the reply: the question, the name, the topic. User input: escape before showing. */
  readonly asked: Words;
  readonly sections: readonly Section<Words>[];
  /** A fixed sentence of ours about the result ("3 quotations; 2 are reported speech."), never about the subject. */
  readonly note?: Words;
}

/** The sources say that it is denied, undecided, withheld or not known: the sentences that say so, best first. */
export interface OpenReply<Words extends Wording = Wording> {
  readonly kind: 'open';
  readonly asked: Words;
  readonly sections: readonly Section<Words>[];
  readonly note?: Words;
}

/** The sources touch on it but do not answer, or not surely. */
export interface RelatedReply<Words extends Wording = Wording> {
  readonly kind: 'related';
  readonly asked: Words;
  /** Heads the excerpts; left out, it is said that the articles do not answer this. */
  readonly lead?: Words;
  readonly sections: readonly Section<Words>[];
  readonly note?: Words;
}

/** The sources say nothing about it: no excerpt. */
export interface NothingReply<Words extends Wording = Wording> {
  readonly kind: 'nothing';
  readonly asked: Words;
  /** One fixed sentence: what was not found and what to try. */
  readonly note: Words;
  /** Names or topics that the articles do have, offered instead. */
  readonly suggestions?: readonly string[];
}

/** Not allowed, or not understood: one plain sentence that names the offender and says what to do. */
export interface RefusedReply<Words extends Wording = Wording> {
  readonly kind: 'refused';
  readonly reason: Words;
}

/** A message of ours about the bot itself (help, sources, a reload's report). */
export interface NoticeReply<Words extends Wording = Wording> {
  readonly kind: 'notice';
  readonly title: Words;
  readonly lines: readonly NoticeLine<Words>[];
  /** Buttons under the message. */
  readonly actions?: readonly ReplyAction<Words>[];
  /** The command that shows the same list again, if another made this reply: a button that changed the list. */
  readonly again?: { readonly command: string; readonly options: Readonly<Record<string, string>> };
  /** A file that comes with the message. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** A line of a notice: plain text, with a link if it has an address. */
export interface NoticeLine<Words extends Wording = Wording> {
  readonly text: Words;
  readonly url?: string;
  /** Shown in bold before the text. */
  readonly label?: Words;
  /** A user of Discord's, by id, named at the line's end without a ping. */
  readonly by?: string;
  /** A button of this line; the line and the button then carry one number. */
  readonly action?: ReplyAction<Words>;
}

/** A button whose press runs a command, the reply of which takes the message's place. It says all that it needs, so it works for as long as the message is there. */
export interface ReplyAction<Words extends Wording = Wording> {
  readonly label: Words;
  readonly style: 'plain' | 'primary' | 'danger';
  /** Its whole name; access is checked again when it runs. */
  readonly command: string;
  /** With the command's name at most 80 characters in all. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a command may return. */
export type Reply<Words extends Wording = Wording> =
  | AnswerReply<Words>
  | OpenReply<Words>
  | RelatedReply<Words>
  | NothingReply<Words>
  | RefusedReply<Words>
  | NoticeReply<Words>;

/** A reply whose fixed words were put into a language. */
export type SaidReply = Reply<string>;

/** Every excerpt of a reply, best first; empty if it has none. */
export function excerptsOf(reply: Reply): readonly Excerpt[] {
  return 'sections' in reply ? reply.sections.flatMap((section) => section.excerpts) : [];
}
