import { languageOf } from '../../lexicon/language.js';
import type { KeyTraits, Wording } from './list-wordings.js';

/** Letters of a word, at least, that may be written as one with its neighbour ("tramline", "Stadtarchiv"), and that may join the two ("Rettungsboot"). */
const SHORTEST_PART = 3;
const MOST_JOINING = 2;

/** Words that two questions may lack of one another, together, if some are written as one in the other: two such words and a third. */
const MOST_LACKING = 7;

/** A key's weight, above 0. */
export type WeighKey = (key: string) => number;

/**
 * The weight of what two wordings share over the weight of the longer one, 0 to 1; 0 if they cannot ask for the same: their numbers differ,
 * one names what the other does not, each has a word of its own, only one says "not", or they ask for different things.
 */
export function compareWordings(a: Wording, b: Wording, weigh: WeighKey): number {
  if (a.isNegated !== b.isNegated) return 0;
  if (a.asked !== b.asked && a.asked !== 'open' && b.asked !== 'open') return 0;
  const [lackingB, lackingA] = [lacking(a, b), lacking(b, a)];
  if (lackingB.length + lackingA.length > MOST_LACKING && lackingB.length > 0 && lackingA.length > 0)
    return 0;
  const [onlyA, onlyB] =
    languageOf(a.language).writing.isRunOn === true
      ? dropParted(lackingB, lackingA)
      : dropJoined(lackingB, lackingA);
  if (onlyA.length > 0 && onlyB.length > 0) return 0;
  const lone = [...onlyA, ...onlyB];
  // Of two languages only names are the same.
  if (lone.length > 0 && a.language !== b.language) return 0;
  if (lone.some(([, { isNumber, isName }]) => isNumber || isName)) return 0;
  const all = Math.max(weighAll(a.keys.keys(), weigh), weighAll(b.keys.keys(), weigh));
  const own = weighAll(
    lone.map(([key]) => key),
    weigh,
  );
  return 1 - own / all;
}

function weighAll(keys: Iterable<string>, weigh: WeighKey): number {
  let sum = 0;
  for (const key of keys) sum += weigh(key);
  return sum;
}

type Traits = readonly [key: string, traits: KeyTraits];

function lacking(a: Wording, b: Wording): Traits[] {
  return [...a.keys].filter(([key]) => !b.keys.has(key));
}

/** Without words that a dictionary parted otherwise in the other question: their signs are all among its own. */
function dropParted(a: readonly Traits[], b: readonly Traits[]): [readonly Traits[], readonly Traits[]] {
  const signsOf = (traits: readonly Traits[]): Set<string> =>
    new Set(traits.flatMap(([key]) => Array.from(key)));
  const [signsA, signsB] = [signsOf(a), signsOf(b)];
  if ([...signsA].every((sign) => signsB.has(sign))) return [[], b];
  if ([...signsB].every((sign) => signsA.has(sign))) return [a, []];
  return [a, b];
}

/** Without words of one that are two words of the other written as one. */
function dropJoined(a: readonly Traits[], b: readonly Traits[]): [readonly Traits[], readonly Traits[]] {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [key] of one) {
      const parts = findParts(
        key,
        other.map(([part]) => part),
      );
      if (parts === null) continue;
      const isLeft = ([own]: Traits): boolean => own !== key && !parts.includes(own);
      return dropJoined(a.filter(isLeft), b.filter(isLeft));
    }
  }
  return [a, b];
}

/** The two words that a word is made of: the stem of the second may be cut otherwise, and a letter or two may join them. Null if there are none. */
function findParts(word: string, others: readonly string[]): readonly [string, string] | null {
  if (word.length < 2 * SHORTEST_PART) return null;
  for (const first of others) {
    if (first.length < SHORTEST_PART || !word.startsWith(first)) continue;
    for (const last of others) {
      if (last === first) continue;
      for (let at = first.length; at <= first.length + MOST_JOINING; at += 1) {
        const rest = word.slice(at);
        const isPart = rest.length >= SHORTEST_PART && last.length >= SHORTEST_PART;
        if (isPart && (rest.startsWith(last) || last.startsWith(rest))) return [first, last];
      }
    }
  }
  return null;
}
