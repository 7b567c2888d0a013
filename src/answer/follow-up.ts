import type { PreviousAnswer } from '../command.js';
import { findKeys } from '../language/word-keys.js';

/** A question made to stand by itself, and the article that it goes on about, if it does. */
export interface CompleteQuestion {
  readonly text: string;
  readonly source: string | null;
}

/** A question that goes on from another has at most this many words of its own that say something. */
const MOST_OWN_WORDS = 3;

const POINTS_BACK =
  /\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|that|this|those|these|there|then|so|else|one)\b/iu;
const GOES_ON = /^\s*(?:and|but|so|also|or|what about|how about)\b/iu;
const QUESTION_WORDS = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/giu;

/**
 * A question as asked or, where it goes on from the exchange that it replies to ("and when was
 * that?"), with that exchange's words behind its own. What it asks for stays its own.
 *
 * Gets wrong: a new question that happens to be short and to hold a pronoun ("Is it raining?").
 */
export function completeQuestion(asked: string, previous: PreviousAnswer | null): CompleteQuestion {
  if (previous === null || !isFollowUp(asked)) return { text: asked, source: null };
  const before = findKeys(previous.question).length > 0 ? previous.question : previous.excerpt;
  const subject = before
    .replace(QUESTION_WORDS, ' ')
    .replace(/[?!\s]+/gu, ' ')
    .trim();
  return { text: `${asked} ${subject}`, source: previous.source };
}

function isFollowUp(asked: string): boolean {
  const own = new Set(findKeys(asked)).size;
  return own === 0 || (own <= MOST_OWN_WORDS && (POINTS_BACK.test(asked) || GOES_ON.test(asked)));
}
