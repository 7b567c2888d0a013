import type { PreviousAnswer } from '../bot/command.js';
import { analyseQuestion } from '../language/question.js';
import { findKeys } from '../language/word-keys.js';

/** A question made whole by itself, and the article that it goes on about, if it does. */
export interface CompleteQuestion {
  /** What it may mean, likeliest first; never empty. */
  readonly texts: readonly string[];
  readonly source: string | null;
}

/** A question that goes on from another has at most this many words of its own that say something. */
const MOST_OWN_WORDS = 3;

const POINTS_BACK =
  /\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|that|this|those|these|there|then|so|else|one)\b/iu;
const GOES_ON = /^\s*(?:and|but|so|also|or|what about|how about)\b/iu;
const QUESTION_WORDS = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/giu;
/** "who said so?", "says who?", "according to whom?": asked of the excerpt's own words. */
const ASKS_SOURCE =
  /\b(?:who(?:\s+\w+){0,2}\s+(?:said|says|say|claimed|claims|reported|reports|told|wrote|thinks|believes)\b.{0,20}\b(?:so|that|this|it)\b|says\s+who\b|according\s+to\s+who)/iu;
const PRONOUN = /\b(?:he|him|she|her|his|hers)\b/iu;
const OWNER = /\b(?:his|hers|her(?=\s+\p{L}))\b/giu;
const ONE_PERSON = /\b(?:he|him|she|her)\b/giu;

/**
 * A question as asked or, if it goes on from the exchange that it replies to, what it may mean: with the
 * person whom that exchange is about for "he" or "she" ("What did he say?"), with the excerpt's words if it
 * asks who told them ("who said so?"), with the previous question's words behind its own ("and when was that?").
 * What somebody said is looked for with that somebody's name alone. What it asks for stays its own. `person` names that person; null if there is none.
 *
 * Gets wrong: a new question that happens to be short and to hold a pronoun ("Is it raining?").
 */
export function completeQuestion(
  asked: string,
  previous: PreviousAnswer | null,
  person: string | null = null,
): CompleteQuestion {
  if (previous === null || !isFollowUp(asked)) return { texts: [asked], source: null };
  const { source } = previous;
  if (asksWhoTold(asked, previous)) {
    return { texts: [`${asked} ${previous.excerpt}`], source };
  }
  const before = findKeys(previous.question).length > 0 ? previous.question : previous.excerpt;
  const subject = before
    .replace(QUESTION_WORDS, ' ')
    .replace(/[?!\s]+/gu, ' ')
    .trim();
  const behind = `${asked} ${subject}`;
  if (person === null || !PRONOUN.test(asked)) return { texts: [behind], source };
  const named = asked.replace(OWNER, () => `${person}'s`).replace(ONE_PERSON, () => person);
  const isSaid = analyseQuestion(named).saysWho.length > 0;
  return { texts: isSaid ? [named] : [named, behind], source };
}

/** Whether a question asks who told the excerpt that it replies to ("who said so?", "according to whom?"). */
export function asksWhoTold(asked: string, previous: PreviousAnswer | null): boolean {
  return previous !== null && previous.excerpt !== '' && isFollowUp(asked) && ASKS_SOURCE.test(asked);
}

function isFollowUp(asked: string): boolean {
  const own = new Set(findKeys(asked)).size;
  if (own === 0) return true;
  return own <= MOST_OWN_WORDS && (POINTS_BACK.test(asked) || GOES_ON.test(asked) || ASKS_SOURCE.test(asked));
}
