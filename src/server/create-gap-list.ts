import { normalise } from '../language/normalise.js';
import type { Miss, MissStore } from '../store/records.js';
import { groupQuestions } from './gap-groups/group-questions.js';
import { GAP_DAYS, type Gap, type GapList, MOST_MISSES } from './gap-list.js';

/** Milliseconds of a day. */
const DAY = 24 * 60 * 60 * 1000;

/** The gaps of one server; whatever is asked of the store names that server. */
export function createGapList(
  { misses }: { readonly misses: MissStore },
  guildId: string,
  now: () => Date,
): GapList {
  const listGroups = async (): Promise<Miss[][]> => {
    const oldest = now().getTime() - GAP_DAYS * DAY;
    const list = (await misses.list(guildId)).filter(({ at }) => at.getTime() >= oldest);
    const groups = await groupQuestions(list.map(({ question }) => question));
    return groups.map((group) => group.flatMap((i) => list[i] ?? []));
  };
  return {
    record: (question, kind, origin) =>
      misses.add({ guildId, question, kind, at: now() }, origin, MOST_MISSES),
    async list() {
      const gaps = (await listGroups()).map(describeGroup);
      return gaps.toSorted(
        (a, b) => b.count - a.count || b.lastAt.getTime() - a.lastAt.getTime() || b.id - a.id,
      );
    },
    async settle(id) {
      const group = (await listGroups()).find((members) => members.some((miss) => miss.id === id));
      return group === undefined
        ? 0
        : misses.remove(
            guildId,
            group.map((miss) => miss.id),
          );
    },
  };
}

/** A group of at least one, newest first. */
function describeGroup(group: readonly Miss[]): Gap {
  const times = new Map<string, number>();
  for (const { question } of group) times.set(normalise(question), (times.get(normalise(question)) ?? 0) + 1);
  const most = Math.max(...times.values());
  const standing = group.find(({ question }) => times.get(normalise(question)) === most);
  return {
    id: Math.max(...group.map((miss) => miss.id)),
    question: standing?.question ?? '',
    count: group.length,
    wrong: group.filter(({ kind }) => kind === 'wrong').length,
    lastAt: new Date(Math.max(...group.map(({ at }) => at.getTime()))),
  };
}
