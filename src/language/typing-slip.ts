import { distance } from 'fastest-levenshtein';

/**
 * Whether a typed word is another with at most `most` slips of the keys: a letter left out, put in, or
 * mistaken, or two neighbours changed about ("solbreg"), in compared forms.
 *
 * Gets wrong: two neighbours changed about together with another slip count as three slips.
 */
export function isWithinSlips(typed: string, word: string, most: number): boolean {
  if (Math.abs(typed.length - word.length) > most) return false;
  return distance(typed, word) <= most || (most >= 1 && isSwapped(typed, word));
}

function isSwapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  return (
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  );
}
