import type { APIApplicationCommand } from 'discord-api-types/v10';

/** The commands that the bot has registered, by scope: a guild's id, or undefined for global ones. */
export interface CommandStore {
  list(guildId: string | undefined): readonly APIApplicationCommand[];
  find(guildId: string | undefined, id: string): APIApplicationCommand | undefined;
  /** Replaces all commands of a scope. */
  replace(guildId: string | undefined, commands: readonly APIApplicationCommand[]): void;
}

/** An empty store. */
export function createCommandStore(): CommandStore {
  const scopes = new Map<string, readonly APIApplicationCommand[]>();
  const keyOf = (guildId: string | undefined) => guildId ?? 'global';
  return {
    list: (guildId) => scopes.get(keyOf(guildId)) ?? [],
    find: (guildId, id) => scopes.get(keyOf(guildId))?.find((command) => command.id === id),
    replace: (guildId, commands) => void scopes.set(keyOf(guildId), commands),
  };
}
