import { normalise } from '../language/normalise.js';
import type { Gap, GapStore } from '../store/records.js';
import { groupQuestions } from './gap-groups/group-questions.js';
import { GAP_DAYS, type GapGroup, type GapList, MOST_GAPS } from './gap-list.js';

/** Milliseconds of a day. */
const DAY = 24 * 60 * 60 * 1000;

/** The gaps of one server; whatever is asked of the store names that server. */
export function createGapList(
  { gaps }: { readonly gaps: GapStore },
  guildId: string,
  now: () => Date,
): GapList {
  const listGroups = async (): Promise<Gap[][]> => {
    const oldest = now().getTime() - GAP_DAYS * DAY;
    const list = (await gaps.list(guildId)).filter(({ at }) => at.getTime() >= oldest);
    const groups = await groupQuestions(list.map(({ question }) => question));
    return groups.map((group) => group.flatMap((i) => list[i] ?? []));
  };
  return {
    record: (question, kind, origin) => gaps.add({ guildId, question, kind, at: now() }, origin, MOST_GAPS),
    async list() {
      const groups = (await listGroups()).map(describeGroup);
      return groups.toSorted(
        (a, b) => b.count - a.count || b.lastAt.getTime() - a.lastAt.getTime() || b.id - a.id,
      );
    },
    async settle(id) {
      const group = (await listGroups()).find((members) => members.some((gap) => gap.id === id));
      return group === undefined
        ? 0
        : gaps.remove(
            guildId,
            group.map((gap) => gap.id),
          );
    },
  };
}

/** A group of at least one, newest first. */
function describeGroup(group: readonly Gap[]): GapGroup {
  const times = new Map<string, number>();
  for (const { question } of group) times.set(normalise(question), (times.get(normalise(question)) ?? 0) + 1);
  const most = Math.max(...times.values());
  const standing = group.find(({ question }) => times.get(normalise(question)) === most);
  return {
    id: Math.max(...group.map((gap) => gap.id)),
    question: standing?.question ?? '',
    count: group.length,
    wrong: group.filter(({ kind }) => kind === 'wrong').length,
    lastAt: new Date(Math.max(...group.map(({ at }) => at.getTime()))),
  };
}
