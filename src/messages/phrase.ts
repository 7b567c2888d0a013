import type { MessageId } from './message-id.js';

/** A fixed sentence or label of ours in no language yet: the message's name, and what goes into its places. */
export interface Phrase {
  readonly message: MessageId;
  readonly values: Readonly<Record<string, PhraseValue>>;
}

/** A language to be named in the reader's own, by its BCP 47 tag; a tag that is none stays as it is. */
export interface NamedLanguage {
  readonly language: string;
}

/** What goes into a place of a message: a text as it is, a number, a moment, a language, or another phrase; a list has commas. */
export type PhraseValue = string | number | Date | NamedLanguage | Phrase | readonly (string | Phrase)[];

/** Words to show: a text that is not ours (a title, a file's name) stays as it is, a phrase is said in the reader's language. */
export type Wording = string | Phrase;

/** Turns words to show into text in one language. */
export type Say = (words: Wording) => string;

/** A message with its places filled: `phrase('answer.nothing')`. */
export function phrase(message: MessageId, values: Readonly<Record<string, PhraseValue>> = {}): Phrase {
  return { message, values };
}
