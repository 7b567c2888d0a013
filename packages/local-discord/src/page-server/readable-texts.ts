import type { APIMessage } from 'discord-api-types/v10';

/** A half-open range of a text, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A text in the list of those that can be read beside a channel. */
export interface TextHead {
  readonly id: string;
  readonly title: string;
  /** Who wrote it, and when; may be empty. */
  readonly byline: string;
  /** Where it is on the web, or null. */
  readonly url: string | null;
  /** Whether it is for the members of one server alone. */
  readonly isOwn: boolean;
}

/** A text to read beside a channel. */
export interface ReadableText extends TextHead {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly paragraphs: readonly (TextSpan & {
    /** From 1; null for what is not counted. */
    readonly number: number | null;
    /** `aside` is shown smaller: a caption, a line about the writer. */
    readonly kind: 'text' | 'heading' | 'aside';
  })[];
}

/** A part of a message that cites a text: the component's id, and what the bot finds the passage by. */
export interface Citation {
  readonly component: number;
  readonly key: string;
}

/** Where a citation leads now: to its span or, if the text has changed since, to no span of it. */
export interface FoundPassage {
  readonly articleId: string;
  readonly span: TextSpan | null;
}

/**
 * What a bot hands in so that the page can show what it cites: the local Discord itself knows no such texts. Everything is
 * asked for anew each time, so that a change shows.
 */
export interface ReadableTexts {
  /** What is read in the server of this id, its own texts among them; what everybody may read for null. */
  readonly textsIn: (guildId: string | null) => Promise<readonly ReadableText[]>;
  /** What a message of the bot's cites; empty for any other. */
  readonly citedIn: (message: APIMessage) => readonly Citation[];
  /** Where a citation leads among those texts; null if its text is not among them. */
  readonly locate: (key: string, guildId: string | null) => Promise<FoundPassage | null>;
  /** What the page offers to ask on a first visit. */
  readonly examples: () => Promise<readonly string[]>;
}

/** For a bot that cites nothing. */
export const NO_TEXTS: ReadableTexts = {
  textsIn: () => Promise.resolve([]),
  citedIn: () => [],
  locate: () => Promise.resolve(null),
  examples: () => Promise.resolve([]),
};
