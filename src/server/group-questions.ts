import { normalise } from '../language/normalise.js';
import { isWithinSlips } from '../language/typing-slip.js';
import { findKeys } from '../language/word-keys.js';

/** The share of two questions' words, weighed by rarity, from which they are alike: three of four words, or two of three where the third is common. */
const ALIKE_FROM = 0.6;

/** Letters of a word from which one slip of the keys is forgiven, and two. */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 9;

/** Words of a question that are read: what is longer is told from others by its beginning. */
const MOST_KEYS = 20;

/** Words, the commonest first, that others may be a slip of: each is compared with all. */
const MOST_CORRECT = 2_000;

/**
 * Questions in groups of those that ask for the same thing, by the words that say something: their stems, whatever
 * their order, rare ones weighing more (the logarithm of one and the number of wordings over those with the word,
 * after Spärck Jones 1972), small slips of the keys forgiven. Each group lists the indices of its questions, in order;
 * the groups depend on the questions alone and not on their order.
 *
 * Gets wrong: what only a small word tells apart ("Who built the pier?", "When was the pier built?") falls together,
 * and so do names that differ by a letter; the same thing asked in other words ("fare", "price") stays apart.
 */
export function groupQuestions(questions: readonly string[]): number[][] {
  const wordings = listWordings(questions);
  const weights = weighKeys(wordings);
  const groups: { readonly weight: number; readonly members: number[] }[] = [];
  const groupsWith = new Map<string, number[]>();
  for (const { keys, members } of wordings) {
    const weight = keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const group of groupsWith.get(key) ?? []) {
        shared.set(group, (shared.get(group) ?? 0) + (weights.get(key) ?? 0));
      }
    }
    const near = [...shared].map(([group, sum]) => ({
      group,
      likeness: sum / (weight + (groups[group]?.weight ?? 0) - sum),
    }));
    const [best] = near.toSorted((a, b) => b.likeness - a.likeness || a.group - b.group);
    if (best !== undefined && best.likeness >= ALIKE_FROM) {
      groups[best.group]?.members.push(...members);
      continue;
    }
    for (const key of keys) addTo(groupsWith, key, groups.length);
    groups.push({ weight, members: [...members] });
  }
  return groups.map(({ members }) => members.toSorted((a, b) => a - b));
}

/** Questions of the same words, whatever their order. */
interface Wording {
  readonly keys: readonly string[];
  readonly members: readonly number[];
}

/** The distinct wordings, the commonest first, so that the others gather around it. */
function listWordings(questions: readonly string[]): Wording[] {
  const ownKeys = questions.map(keysOf);
  const forms = joinSlips(ownKeys);
  const wordings = new Map<string, { keys: string[]; members: number[] }>();
  ownKeys.forEach((own, i) => {
    const keys = [...new Set(own.map((key) => forms.get(key) ?? key))].toSorted();
    const name = keys.join(' ');
    const known = wordings.get(name);
    if (known === undefined) wordings.set(name, { keys, members: [i] });
    else known.members.push(i);
  });
  return [...wordings]
    .toSorted(([a, one], [b, other]) => other.members.length - one.members.length || (a < b ? -1 : 1))
    .map(([, wording]) => wording);
}

/** The keys of a question's words, as far as it is read; of one that says nothing by them, its words as they are. */
function keysOf(question: string): string[] {
  const keys = [...new Set(findKeys(question))].slice(0, MOST_KEYS);
  return keys.length > 0 ? keys : [normalise(question).split(/\s+/u).filter(Boolean).toSorted().join(' ')];
}

/** For a word with a slip, the commoner one that it stands for. */
function joinSlips(questions: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const key of questions.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ordered = [...counts]
    .filter(([key]) => key.length >= ONE_SLIP_FROM && !/\d/u.test(key))
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const known = new Map<string, string[]>();
  const forms = new Map<string, string>();
  ordered.forEach(([key], place) => {
    const initial = key.charAt(0);
    const meant = known.get(initial)?.find((other) => isWithinSlips(key, other, slipsForgiven(key, other)));
    if (meant !== undefined) forms.set(key, meant);
    else if (place < MOST_CORRECT) addTo(known, initial, key);
  });
  return forms;
}

function slipsForgiven(a: string, b: string): number {
  return Math.min(a.length, b.length) < TWO_SLIPS_FROM ? 1 : 2;
}

function weighKeys(wordings: readonly Wording[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of wordings.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log(1 + wordings.length / count)]));
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
