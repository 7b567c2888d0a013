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
  /** Where it stands on the web, or null. */
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

/** A citation as the page's user sees it. */
export interface CitedWords {
  /** The text as the footnote names it: title first, then publisher and date as far as known. */
  readonly source: string;
  /** From 1. */
  readonly paragraph: number;
  /** The excerpt, its markup taken away; `…` at an end says that it was narrowed. */
  readonly words: string;
}

/**
 * Where a citation leads now: to the place of its words or, for a citation without words, of its paragraph. `moved`: the text has
 * changed, and the words stand in another paragraph; `gone`: it has them no more, and the span is empty.
 */
export interface FoundPassage extends TextSpan {
  readonly articleId: string;
  readonly standing: 'cited' | 'moved' | 'gone';
}

/**
 * What a bot hands in so that the page can show what it cites: the local Discord itself knows no such texts. Everything is
 * asked for anew each time, so that a change shows.
 */
export interface ReadingRoom {
  /** What is read in the server of this id, its own texts among them; what everybody may read for null. */
  readonly textsIn: (guildId: string | null) => Promise<readonly ReadableText[]>;
  /** Where a citation of a reply leads among those texts; null where there is no text of that name. */
  readonly locate: (cited: CitedWords, guildId: string | null) => Promise<FoundPassage | null>;
  /** What the page offers to ask on a first visit. */
  readonly examples: () => Promise<readonly string[]>;
}

/** For a bot that cites nothing. */
export const NO_READING_ROOM: ReadingRoom = {
  textsIn: () => Promise.resolve([]),
  locate: () => Promise.resolve(null),
  examples: () => Promise.resolve([]),
};
