import { giveWay } from '../../scheduling/give-way.js';
import { compareWordings, type WeighKey } from './compare-wordings.js';
import { listWordings, type Wording } from './list-wordings.js';

/**
 * The share of two questions' words, weighed by rarity, from which they are alike if one has words that the other lacks: one word on four.
 * From 0.6 on "Who runs the museum?" is "Who runs the shop of the museum?".
 */
const ALIKE_FROM = 0.7;

/** The share of a wording's weight that another must have in the same words to be compared with it: words written as one are not the same yet. */
const COMPARED_FROM = 0.25;

/** Wordings that are compared with all others before others have their turn: 30 ms at worst. */
const COMPARED_AT_ONCE = 10;

/**
 * Questions in groups of those that ask for the same thing, each in its own language: by the stems of the words that say something, whatever
 * their order, case and accents and whatever is said around them, rare words weighing more, small slips of the keys forgiven. Questions are never alike whose numbers differ, of which one
 * names what the other does not, of which each has a word of its own, or which ask for another kind of thing (who, when, where, why, how many).
 * Each group lists the indices of its questions, in order; the groups depend on the questions alone and not on their order.
 *
 * Gets wrong: the same thing asked in other words ("fare", "price") stays apart; who does what to whom, told by the order of words, falls together.
 */
export async function groupQuestions(questions: readonly string[]): Promise<readonly number[][]> {
  const wordings = await listWordings(questions);
  const weigh = weighKeys(wordings);
  const groups: Wording[][] = [];
  const groupsWith = new Map<string, number[]>();
  for (const [i, wording] of wordings.entries()) {
    if (i % COMPARED_AT_ONCE === 0) await giveWay();
    const near = findNear(wording, groupsWith, weigh);
    const likely = near.map((group) => ({
      group,
      likeness: likenessTo(groups[group] ?? [], wording, weigh),
    }));
    const [best] = likely.toSorted((a, b) => b.likeness - a.likeness || a.group - b.group);
    if (best !== undefined && best.likeness >= ALIKE_FROM) {
      groups[best.group]?.push(wording);
      continue;
    }
    for (const key of wording.keys.keys()) addTo(groupsWith, key, groups.length);
    groups.push([wording]);
  }
  return groups.map((group) => group.flatMap(({ members }) => members).toSorted((a, b) => a - b));
}

/** The groups whose first wording shares enough of a wording's weight to be worth comparing. */
function findNear(
  { keys }: Wording,
  groupsWith: ReadonlyMap<string, readonly number[]>,
  weigh: WeighKey,
): number[] {
  const shared = new Map<number, number>();
  let all = 0;
  for (const key of keys.keys()) {
    const weight = weigh(key);
    all += weight;
    for (const group of groupsWith.get(key) ?? []) shared.set(group, (shared.get(group) ?? 0) + weight);
  }
  return [...shared].filter(([, weight]) => weight >= COMPARED_FROM * all).map(([group]) => group);
}

/** How alike a wording is to the first of a group, 0 to 1; 0 if another of the group cannot ask for the same. */
function likenessTo(group: readonly Wording[], wording: Wording, weigh: WeighKey): number {
  const [first] = group;
  if (first === undefined) return 0;
  const likeness = compareWordings(first, wording, weigh);
  if (likeness < ALIKE_FROM) return 0;
  return group.every((member) => compareWordings(member, wording, weigh) > 0) ? likeness : 0;
}

/** The logarithm of one and the number of wordings over those with the word, after Spärck Jones (1972). */
function weighKeys(wordings: readonly Wording[]): WeighKey {
  const counts = new Map<string, number>();
  for (const { keys } of wordings) for (const key of keys.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weights = new Map([...counts].map(([key, count]) => [key, Math.log(1 + wordings.length / count)]));
  return (key) => weights.get(key) ?? 0;
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
