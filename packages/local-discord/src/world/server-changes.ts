import type { APIRole } from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import { toChannel } from './channel-payload.js';
import { findNamed, isBotIn, type Person, type Place, type Server } from './world.js';

/** Deletes a role, by name or id: its members lose it, and the bot is told (GUILD_ROLE_DELETE). Throws for an unknown one. */
export function removeRole(platform: Platform, server: Server, name: string): void {
  const role = findRole(server, name);
  if (role.id === server.id) throw new Error(`Nobody can delete @everyone of ${server.key}.`);
  server.roles = server.roles.filter(({ id }) => id !== role.id);
  for (const member of server.members.values()) member.roles = member.roles.filter((id) => id !== role.id);
  tell(platform, server, 'GUILD_ROLE_DELETE', { guild_id: server.id, role_id: role.id });
}

/** Gives a member exactly these roles, by name or id (GUILD_MEMBER_UPDATE, for bots with the members intent). */
export function setRoles(
  platform: Platform,
  server: Server,
  { key, user }: Person,
  names: readonly string[],
): void {
  const member = server.members.get(user.id);
  if (member === undefined) throw new Error(`${key} is no member of ${server.key}.`);
  member.roles = names.map((name) => findRole(server, name).id);
  tell(platform, server, 'GUILD_MEMBER_UPDATE', { guild_id: server.id, ...member });
}

/**
 * Deletes a channel with its threads and their messages, or a thread alone; the bot is told of what was deleted
 * (CHANNEL_DELETE, THREAD_DELETE), not of what was in it. Throws for direct messages and groups.
 */
export function removeChannel(platform: Platform, place: Place): void {
  const { world, messages, gateway, events } = platform;
  if (place.guildId === undefined) throw new Error(`${place.key} cannot be deleted: it is in no server.`);
  const isTold = isBotIn(world, place);
  const { id, guild_id, parent_id, type, ...rest } = {
    guild_id: place.guildId,
    parent_id: null,
    ...toChannel(world, place),
  };
  for (const gone of world.removePlace(place))
    for (const { message } of messages.inChannel(gone.id)) messages.remove(message.id);
  const identity = { id, guild_id, parent_id, type };
  const [event, data] =
    place.kind === 'thread' ? ['THREAD_DELETE', identity] : ['CHANNEL_DELETE', { ...rest, ...identity }];
  if (isTold) gateway.dispatch(event, data, { guildId: place.guildId });
  events.emit({ kind: 'world-changed' });
}

function findRole(server: Server, name: string): APIRole {
  return findNamed('role', name, server.roles, (role) => [role.name, role.id]);
}

function tell({ gateway, events }: Platform, server: Server, event: string, data: object): void {
  if (server.hasBot && !server.isOut) gateway.dispatch(event, data, { guildId: server.id });
  events.emit({ kind: 'world-changed' });
}
