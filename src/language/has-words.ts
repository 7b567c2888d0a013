import { normalise } from './normalise.js';

/** Whether a text has all the words typed, each at the beginning of one of its own; true if no word was typed. */
export function hasWords(text: string, typed: string): boolean {
  return beginningWith(typed)(spellOut(text));
}

/** A text as it is looked through for the beginnings of its words, each in compared form behind a space: worth keeping if it is looked through with each letter that somebody types. */
export function spellOut(text: string): string {
  return (normalise(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`).join('');
}

/** Tells of texts that were spelled out whether they have all the words typed, as `hasWords` does. */
export function beginningWith(typed: string): (spelled: string) => boolean {
  const words = spellOut(typed)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);
  return (spelled) => words.every((word) => spelled.includes(word));
}
