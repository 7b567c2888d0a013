import { isStopWord } from '../language/stop-words.js';

/** The second words of nouns that are also written in two ("hand off", "take over"), though they say little by themselves. */
const PARTICLES: ReadonlySet<string> = new Set('off out up down over back away'.split(' '));

/** Letters that each of the two has at least: fewer begin and end too many words by chance. */
const SHORTEST = 3;
/** The same for a word that is not known as one: "wifi" if all texts have "Wi Fi". */
const SHORTEST_OF_UNKNOWN = 2;

/** Whether two words in a row, in compared form, may be one written in two: "hand off" and "Wi Fi", not "may be" or "cab in". */
export function mayBeOne(first: string, second: string): boolean {
  if (isStopWord(first)) return false;
  return PARTICLES.has(second) || !isStopWord(second);
}

/** The ways to part a word into two known ones that may be written for it, in compared form; none for most words. */
export function findTwoWords(
  word: string,
  isKnown: (word: string) => boolean,
): { readonly first: string; readonly second: string }[] {
  if (!/^\p{L}+$/u.test(word)) return [];
  const found: { first: string; second: string }[] = [];
  const shortest = isKnown(word) ? SHORTEST : SHORTEST_OF_UNKNOWN;
  for (let at = shortest; at <= word.length - shortest; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isKnown(first) && (PARTICLES.has(second) || isKnown(second)) && mayBeOne(first, second)) {
      found.push({ first, second });
    }
  }
  return found;
}
