import { phrase, type Wording } from './phrase.js';

/** Sentences one after the other, those that are null left out; null if none is left. */
export function joinSentences(sentences: readonly (Wording | null)[]): Wording | null {
  return sentences
    .filter((sentence) => sentence !== null)
    .reduce<Wording | null>(
      (before, sentence) => (before === null ? sentence : phrase('answer.sentences', { before, sentence })),
      null,
    );
}
