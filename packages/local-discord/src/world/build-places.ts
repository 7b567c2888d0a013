import type { Person, Place, Server } from './world.js';
import type { ChannelSeed, GroupSeed } from './world-seed.js';

/** A text channel of a server. */
export function createGuildPlace(server: Server, { name, topic }: ChannelSeed, id: string): Place {
  return {
    key: `${server.key}/${name}`,
    id,
    name,
    kind: 'guild',
    guildId: server.id,
    parentId: undefined,
    topic,
    recipientIds: [],
  };
}

/** Everyone's direct messages with the bot, and then the groups. Throws when a group names somebody who does not exist. */
export function createDirectPlaces(
  groups: readonly GroupSeed[],
  people: readonly Person[],
  person: (name: string) => Person,
  nextId: () => string,
): Place[] {
  const outside = { guildId: undefined, parentId: undefined, topic: undefined };
  return [
    ...people.map(({ key, user }) => ({
      ...outside,
      key: `dm/${key}`,
      id: nextId(),
      name: user.username,
      kind: 'dm' as const,
      recipientIds: [user.id],
    })),
    ...groups.map(({ key, name, members }) => ({
      ...outside,
      key: `group/${key}`,
      id: nextId(),
      name: name ?? members.join(', '),
      kind: 'group' as const,
      recipientIds: members.map((member) => person(member).user.id),
    })),
  ];
}
