import { wordsOf } from '../lexicon/words.js';

/** What is before a full stop and behind it, as far as it tells whether an abbreviation ends an English sentence. */
export interface Surroundings {
  /** The word with the full stop, in small letters, without it. */
  readonly word: string;
  /** The text before the word, without the white space between. */
  readonly before: string;
  /** The text behind the full stop, from its first letter or figure. */
  readonly after: string;
}

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const OPENERS: ReadonlySet<string> = new Set(wordsOf('sentences', 'openers'));

/** Whether a word opens sentences. Gets wrong: "A", "I" and "US" as initials. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}

/** Units that are shortened with a full stop; "ft" and "mt" are names elsewhere ("Ft. Worth"). */
const UNITS: ReadonlySet<string> = new Set(wordsOf('sentences', 'units'));
/** Behind a time of day the sentence goes on with these. */
const BEHIND_TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b|^(?:eastern|central|mountain|pacific|atlantic|greenwich|local|[A-Z]{2,4}T|GMT|UTC|CET|BST)\b/iu;
/** Nouns that are told apart by a letter ("vitamin C"), which is then no initial. */
const LETTERED = new RegExp(`(?:^|[\\s(])(?:${wordsOf('sentences', 'lettered').join('|')})$`, 'iu');
const JOINS_LETTERS = /(?:^|\s)\p{Lu} (?:and|or|to)$/u;
/** "12 Quay", "on Quay", "corner of Quay": what a street is behind, and no saint. */
const STREET =
  /(?:\p{N}|\b(?:on|along|off|down|onto|up|corner of|end of)) (?:\p{Lu}[\p{L}'\u2019-]* ?){1,3}$/u;
const ENDS_IN_NAME = /\p{Lu}[\p{L}'\u2019-]*$/u;
const ENDS_IN_NUMBER = /\p{N}$/u;
/** A name of one or two words and a verb of its own: how a sentence about somebody begins. */
const SUBJECT = new RegExp(
  `^(\\p{Lu}[\\p{L}'\\u2019-]+)(?: \\p{Lu}[\\p{L}'\\u2019-]+)?,? (?:${wordsOf('sentences', 'verbsOfPeople').join('|')})\\b`,
  'u',
);
/** What follows a name or a firm and belongs to it ("King Jr. Boulevard", "Tarnwick Inc. President"). */
const BELONGS = new RegExp(`^(?:${wordsOf('sentences', 'behindNames').join('|')})\\b`, 'u');

/** Whether what follows an abbreviation is the beginning of a sentence, by its first word or by its subject and verb. */
export function opensSentence({ after }: Surroundings): boolean {
  return isOpener(firstWordOf(after)) || (SUBJECT.test(after) && !BELONGS.test(after));
}

/** The first word or number of a text, in small letters; empty if none begins it. */
export function firstWordOf(text: string): string {
  return (/^[\p{L}\p{M}'\u2019]+|^\p{N}+/u.exec(text)?.[0] ?? '').toLowerCase();
}

/**
 * Whether an abbreviation that would be one inside a sentence ends it before a capital; null if its surroundings do not tell.
 *
 * Gets wrong: a saint in a place behind "on" ("on Bury St. Edmunds").
 */
export function endsSentence(surroundings: Surroundings): boolean | null {
  const { word, before, after } = surroundings;
  const isCapital = /^\p{Lu}/u.test(after);
  if (/^[ap]\.?m$/u.test(word)) return isCapital && !BEHIND_TIME.test(after);
  if (ENDS_IN_NUMBER.test(before) && UNITS.has(word)) return isCapital;
  if (word === 'etc') return isCapital;
  if (word === 'st' && ENDS_IN_NAME.test(before)) {
    return isCapital && (STREET.test(before) || isOpener(firstWordOf(after)));
  }
  if (word === 'jr' || word === 'sr') return isCapital && opensSentence(surroundings);
  if (/^\p{L}$/u.test(word) && LETTERED.test(before) && !isPreposition(before)) return isCapital;
  return null;
}

/** "from A to B." names two things by letters; "and J. Moe" a person. */
function isPreposition(before: string): boolean {
  return /\b(?:and|or|to)$/iu.test(before) && !JOINS_LETTERS.test(before);
}
