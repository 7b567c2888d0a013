import { normalise } from './normalise.js';

/** Whether a text has all the words typed, each at the beginning of one of its own; true where no word was typed. */
export function hasWords(text: string, typed: string): boolean {
  const own = wordsOf(text);
  return wordsOf(typed).every((word) => own.some((candidate) => candidate.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
