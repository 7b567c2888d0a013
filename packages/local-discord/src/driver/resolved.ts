import {
  type APIAttachment,
  ComponentType,
  ApplicationCommandOptionType as Kind,
} from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import { toChannel } from '../world/channel-payload.js';
import type { Place } from '../world/world.js';
import type { FileSeed } from './actor.js';
import { storeFile } from './files.js';

/** Objects that option values name by id, as `data.resolved` has them. */
export interface Resolved {
  users: Record<string, unknown>;
  members: Record<string, unknown>;
  roles: Record<string, unknown>;
  channels: Record<string, unknown>;
  attachments: Record<string, APIAttachment>;
}

/** Where a user names users, roles, channels and files, and what they named so far. */
export interface Naming {
  platform: Platform;
  place: Place;
  resolved: Resolved;
}

/** The option types under which a select's values are looked up, by the select's type. */
const SELECTED: Readonly<Record<number, Kind>> = {
  [ComponentType.UserSelect]: Kind.User,
  [ComponentType.RoleSelect]: Kind.Role,
  [ComponentType.MentionableSelect]: Kind.Mentionable,
  [ComponentType.ChannelSelect]: Kind.Channel,
};

/** The ids of what is chosen in a select for users, roles or channels, put into `resolved`; undefined for other components. */
export function resolveSelected(
  type: number,
  names: readonly string[],
  naming: Naming,
): string[] | undefined {
  const kind = SELECTED[type];
  return kind === undefined ? undefined : names.map((name) => resolve(kind, name, naming));
}

/** Puts what a user, role, channel or mentionable option names into `resolved`; gives its id. */
export function resolve(type: number, name: string, { platform, place, resolved }: Naming): string {
  const { world } = platform;
  const server = place.guildId === undefined ? undefined : world.server(place.guildId);
  const role = server?.roles.find((candidate) => candidate.id === name || candidate.name === name);
  if (type === Kind.Role || (type === Kind.Mentionable && role !== undefined)) {
    if (role === undefined) throw new Error(`There is no role "${name}" in ${place.key}.`);
    resolved.roles[role.id] = role;
    return role.id;
  }
  if (type === Kind.Channel) {
    const channel = world.place(name);
    if (channel.guildId !== place.guildId) throw new Error(`There is no channel "${name}" in ${place.key}.`);
    resolved.channels[channel.id] = { ...toChannel(world, channel), permissions: '0' };
    return channel.id;
  }
  const user = name === world.bot.id ? world.bot : world.person(name).user;
  resolved.users[user.id] = user;
  const member = server?.members.get(user.id);
  if (member !== undefined) {
    const { user: _, ...rest } = member;
    resolved.members[user.id] = {
      ...rest,
      permissions: world.permissions(server?.id ?? '', user.id).toString(),
    };
  }
  return user.id;
}

/** Stores a file that a user gives to an option or a modal and puts it into `resolved`; gives its id. */
export function attachFile(file: FileSeed, { platform, resolved }: Naming): string {
  const attachment = storeFile(platform, file);
  resolved.attachments[attachment.id] = attachment;
  return attachment.id;
}

/** An empty `resolved`. */
export function createResolved(): Resolved {
  return { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
}

/** `resolved` as a payload has it: without the kinds that nothing was named of; undefined when nothing was. */
export function toResolvedPayload(resolved: Resolved): Partial<Resolved> | undefined {
  const filled = Object.entries(resolved).filter(([, items]) => Object.keys(items).length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
