import type { APIUser } from 'discord-api-types/v10';
import type { Place, World } from '../world/world.js';
import type { AllowedMentions } from './message-body.js';

/** Whom a message mentions and notifies. */
export interface Mentions {
  users: APIUser[];
  roleIds: string[];
  isEveryone: boolean;
  /** Ids of the users notified: those mentioned, the members of mentioned roles, and everyone of the place for @everyone. */
  pinged: string[];
}

/** What is parsed when a request says nothing: everything in ordinary messages, only users in interaction responses. */
export const MESSAGE_DEFAULT: AllowedMentions = { parse: ['users', 'roles', 'everyone'], replied_user: true };
export const INTERACTION_DEFAULT: AllowedMentions = { parse: ['users'], replied_user: false };

/** Finds who is mentioned in a message's content, after `allowed` has had its say. */
export function findMentions(
  world: World,
  place: Place,
  content: string,
  { allowed, repliedTo }: { allowed: AllowedMentions; repliedTo: APIUser | undefined },
): Mentions {
  const parse = allowed.parse ?? [];
  const server = world.servers.find(({ id }) => id === place.guildId);
  const everybody = [...world.people.map(({ user }) => user), world.bot];
  const users = new Map<string, APIUser>();
  for (const [, id] of content.matchAll(/<@!?(\d+)>/g)) {
    const user = everybody.find((candidate) => candidate.id === id);
    if (user !== undefined && (parse.includes('users') || allowed.users?.includes(user.id)))
      users.set(user.id, user);
  }
  if (repliedTo !== undefined && allowed.replied_user === true) users.set(repliedTo.id, repliedTo);
  const roleIds = [...content.matchAll(/<@&(\d+)>/g)].flatMap(([, id]) => {
    const role = server?.roles.find((candidate) => candidate.id === id);
    return role !== undefined && (parse.includes('roles') || allowed.roles?.includes(role.id))
      ? [role.id]
      : [];
  });
  const isEveryone = server !== undefined && parse.includes('everyone') && /@(everyone|here)\b/.test(content);
  const pinged = new Set(users.keys());
  for (const [id, member] of server?.members ?? []) {
    if (isEveryone || member.roles.some((role) => roleIds.includes(role))) pinged.add(id);
  }
  return { users: [...users.values()], roleIds: [...new Set(roleIds)], isEveryone, pinged: [...pinged] };
}
