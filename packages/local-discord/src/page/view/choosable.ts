import type { State } from '../state.js';

/** Somebody or something of the world, by name and id. */
export interface Chosen {
  readonly name: string;
  readonly value: string;
}

/** What options and selects of these kinds let one choose, by id. */
export interface Choosable {
  /** Everybody, the bot too. */
  readonly people: readonly Chosen[];
  /** Those of the server that is open; none in direct messages. */
  readonly roles: readonly Chosen[];
  readonly channels: readonly Chosen[];
}

/** Who and what can be chosen where the page is now. */
export function listChoosable({ world, channel }: State): Choosable {
  const { bot, people, servers, channels } = world;
  const roles = servers.find(({ id }) => id === channel.guildId)?.roles ?? [];
  return {
    people: [...people, { id: bot.id, name: bot.username }].map(toChosen),
    roles: roles.map(toChosen),
    channels: channels
      .filter(({ guildId }) => guildId !== undefined && guildId === channel.guildId)
      .map(toChosen),
  };
}

function toChosen({ id, name }: { readonly id: string; readonly name: string }): Chosen {
  return { name, value: id };
}
