import type { Store } from '../store/store.js';
import { DRAFT_LIFE } from './draft-limits.js';
import { GAP_DAYS } from './gap-list.js';

/** What a sweep removed. */
export interface Swept {
  readonly servers: readonly string[];
  readonly drafts: number;
  readonly gaps: number;
}

/** Milliseconds of a day. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what has had its time: all of servers that the bot was removed from more than `graceDays` ago, previews that
 * nobody confirmed, and questions nobody has looked after.
 */
export async function sweep(
  store: Pick<Store, 'departures' | 'drafts' | 'gaps'>,
  { now, graceDays, forget }: SweepSettings,
): Promise<Swept> {
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const servers = await store.departures.listOlder(ago(graceDays * DAY));
  for (const guildId of servers) await forget(guildId);
  const drafts = await store.drafts.removeOlder(ago(DRAFT_LIFE));
  const gaps = await store.gaps.removeOlder(ago(GAP_DAYS * DAY));
  return { servers, drafts, gaps };
}

/** When it is, how long a server's things stay once the bot has left it, and how they are forgotten. */
export interface SweepSettings {
  readonly now: Date;
  readonly graceDays: number;
  readonly forget: (guildId: string) => Promise<void>;
}
