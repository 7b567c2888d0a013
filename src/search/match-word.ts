import type { Token } from '../language/token.js';
import { isWithinSlips } from '../language/typing-slip.js';

/** A word to look for or to look at, as compared. */
export interface ComparedWord extends Pick<Token, 'norm' | 'stem'> {
  /** What it is found by as well. */
  readonly others?: readonly string[];
}

/** How a typed word fits a word of a text: the same word in any form, its beginning, or a slip of the keys. */
export type WordMatch = 'same' | 'beginning' | 'typo';

/** Letters a typed word needs before it counts as the beginning of a longer one: "gov" fits too much. */
const SHORTEST_BEGINNING = 4;
/** Letters a typed word needs before a slip is forgiven: at four, "war" and "wars" aside, other words are one letter away. */
const SHORTEST_SLIP = 5;
/** Letters from which two slips are forgiven ("netanyahoo"). */
const SHORTEST_TWO_SLIPS = 8;

/**
 * How a typed word fits a word of a text; null if it does not.
 *
 * Gets wrong: real words one letter apart ("house", "horse") pass for typos, so a typo counts only
 * if no word fits better.
 */
export function matchWord(typed: ComparedWord, word: ComparedWord): WordMatch | null {
  if (typed.norm === word.norm || isSharingKey(typed, word)) return 'same';
  const length = typed.norm.length;
  if (length >= SHORTEST_BEGINNING && word.norm.startsWith(typed.norm)) return 'beginning';
  const allowed = length >= SHORTEST_TWO_SLIPS ? 2 : 1;
  if (length < SHORTEST_SLIP || Math.abs(length - word.norm.length) > allowed) return null;
  if (/\p{N}/u.test(typed.norm + word.norm)) return null;
  return isWithinSlips(typed.norm, word.norm, allowed) ? 'typo' : null;
}

function isSharingKey(a: ComparedWord, b: ComparedWord): boolean {
  if (a.stem === b.stem || a.others?.includes(b.stem) === true) return true;
  return b.others?.some((other) => other === a.stem || a.others?.includes(other) === true) === true;
}

const BEST_FIRST: readonly WordMatch[] = ['same', 'beginning', 'typo'];

/** The words that fit a typed word in the best way any of them does; empty if none fits. */
export function findBestMatches<Word extends ComparedWord>(
  typed: ComparedWord,
  words: Iterable<Word>,
): Word[] {
  const found = new Map<WordMatch, Word[]>();
  for (const word of words) {
    const match = matchWord(typed, word);
    if (match === null) continue;
    const same = found.get(match);
    if (same === undefined) found.set(match, [word]);
    else same.push(word);
  }
  const best = BEST_FIRST.find((match) => found.has(match));
  return best === undefined ? [] : (found.get(best) ?? []);
}
