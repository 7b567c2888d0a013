import { normalise } from '../language/normalise.js';
import { isWithinSlips } from '../language/typing-slip.js';
import { findKeys } from '../language/word-keys.js';

/** The share of two questions' words, weighed by rarity, from which they are alike: three of four words, or two of three where the third is common. */
const ALIKE_FROM = 0.6;

/** Letters of a word from which one slip of the keys is forgiven, and two. */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 9;

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
  const groups: { readonly keys: readonly string[]; readonly members: number[] }[] = [];
  const byKey = new Map<string, number[]>();
  for (const { keys, members } of wordings) {
    const near = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    const best = near
      .map((group) => ({ group, likeness: compare(keys, groups[group]?.keys ?? [], weights) }))
      .filter(({ likeness }) => likeness >= ALIKE_FROM)
      .toSorted((a, b) => b.likeness - a.likeness || a.group - b.group)[0];
    if (best !== undefined) {
      groups[best.group]?.members.push(...members);
      continue;
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), groups.length]);
    groups.push({ keys, members: [...members] });
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

/** The keys of a question's words; of one without any, itself. */
function keysOf(question: string): string[] {
  const keys = [...new Set(findKeys(question))];
  return keys.length > 0 ? keys : [normalise(question).replace(/\s+/gu, ' ').trim()];
}

/** For a word with a slip, the commoner one that it stands for. */
function joinSlips(questions: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const key of questions.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ordered = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const known = new Map<string, string[]>();
  const forms = new Map<string, string>();
  for (const [key] of ordered) {
    const initial = known.get(key.charAt(0)) ?? [];
    const meant = initial.find((other) => isWithinSlips(key, other, slipsForgiven(key, other)));
    if (meant === undefined) known.set(key.charAt(0), [...initial, key]);
    else forms.set(key, meant);
  }
  return forms;
}

function slipsForgiven(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  if (length < ONE_SLIP_FROM || /\d/u.test(a + b)) return 0;
  return length < TWO_SLIPS_FROM ? 1 : 2;
}

function weighKeys(wordings: readonly Wording[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of wordings.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log(1 + wordings.length / count)]));
}

/** The weight of the shared keys over that of all keys of both. */
function compare(a: readonly string[], b: readonly string[], weights: ReadonlyMap<string, number>): number {
  const weigh = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  const shared = weigh(a.filter((key) => b.includes(key)));
  return shared / (weigh(a) + weigh(b) - shared);
}
