import { isDeepStrictEqual } from 'node:util';
import type { ServerSettings, SettingsStore } from '../store/server-settings.js';
import type { SettingsDesk } from './settings-desk.js';

/** What holds in a server that has not set it otherwise. */
export interface SettingsDefaults {
  readonly moderatorRoleId: string | null;
  readonly cooldownSeconds: number;
}

/** The settings of all servers, each behind its own desk; what was read or written once comes from memory. */
export interface SettingsBook {
  /** What holds if a server has set nothing, and if there is no server. */
  readonly defaults: SettingsDefaults;
  deskOf(guildId: string): SettingsDesk;
  /** Lets go of what is in memory of a server whose settings were removed or changed elsewhere. */
  forget(guildId: string): void;
  /** The same of all servers. */
  forgetAll(): void;
}

/** How a server is before anything was set. */
const UNSET: ServerSettings = {
  moderatorRoleId: null,
  openChannelIds: [],
  areRepliesPrivate: false,
  cooldownSeconds: null,
  language: null,
};

/** Servers whose settings stay in memory: more than the 2,500 that one connection to Discord may hold; a few hundred bytes each. */
const MOST_KEPT = 5_000;

/** The settings of servers over a store; without one they last as long as the program. */
export function createSettingsBook(store: SettingsStore | null, defaults: SettingsDefaults): SettingsBook {
  const known = new Map<string, Promise<ServerSettings>>();
  const keep = (guildId: string, settings: Promise<ServerSettings>): Promise<ServerSettings> => {
    known.delete(guildId);
    known.set(guildId, settings);
    // What could not be read is tried again.
    settings.catch(() => {
      if (known.get(guildId) === settings) known.delete(guildId);
    });
    const [oldest] = known.keys();
    if (store !== null && known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return settings;
  };
  const load = async (guildId: string): Promise<ServerSettings> => (await store?.read(guildId)) ?? UNSET;
  const readOf = (guildId: string) => keep(guildId, known.get(guildId) ?? load(guildId));
  const fill = (settings: ServerSettings): ServerSettings => ({
    ...settings,
    moderatorRoleId: settings.moderatorRoleId ?? defaults.moderatorRoleId,
    cooldownSeconds: settings.cooldownSeconds ?? defaults.cooldownSeconds,
  });
  /** How often anything was let go of. */
  let forgotten = 0;
  /** The changes under way of each server: the next one begins when they have ended. */
  const changing = new Map<string, Promise<unknown>>();
  const inTurn = (guildId: string, change: () => Promise<ServerSettings>): Promise<ServerSettings> => {
    const changed = (changing.get(guildId) ?? Promise.resolve()).then(change, change);
    changing.set(guildId, changed);
    const settle = () => {
      if (changing.get(guildId) === changed) changing.delete(guildId);
    };
    changed.then(settle, settle);
    return changed;
  };
  return {
    defaults,
    deskOf: (guildId) => ({
      read: async () => fill(await readOf(guildId)),
      change: (revise) =>
        inTurn(guildId, async () => {
          const before = forgotten;
          // As they are in the store: another machine may have changed them.
          const now = await (store === null ? readOf(guildId) : load(guildId));
          const changed = { ...now, ...revise(now) };
          if (isDeepStrictEqual(changed, now)) return fill(now);
          await store?.write(guildId, changed);
          // If another machine's change was told meanwhile it may be the later one, and they are read again.
          if (forgotten === before) await keep(guildId, Promise.resolve(changed));
          else known.delete(guildId);
          return fill(changed);
        }),
    }),
    forget(guildId) {
      forgotten += 1;
      known.delete(guildId);
    },
    forgetAll() {
      forgotten += 1;
      known.clear();
    },
  };
}
