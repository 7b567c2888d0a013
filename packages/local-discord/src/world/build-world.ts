import { type APIGuildMember, type APIRole, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import { createSnowflakeSource } from '../snowflake.js';
import { createDirectPlaces, createGuildPlace } from './build-places.js';
import {
  type ApplicationTeam,
  EVERY_PERMISSION,
  findNamed,
  type Person,
  type Place,
  type Server,
  type World,
} from './world.js';
import type { GuildSeed, RoleSeed, UserSeed, WorldSeed } from './world-seed.js';

/** No flag set; typed as a number because the payload types' enums have no member for it. */
const NO_FLAGS: number = 0;

/** When the world's ids begin: the same seed has the same ids, and everything that happens later has greater ones. */
const WORLD_BEGINS_MS = Date.UTC(2024, 0, 1);

/** What @everyone may do in a new server of Discord, as far as messages go. */
const EVERYONE_MAY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.UseExternalApps;

/** Builds the world that a seed describes. Throws when the seed names people or permissions that do not exist. */
export function buildWorld(seed: WorldSeed): World {
  const ids = createSnowflakeSource(() => WORLD_BEGINS_MS);
  const applicationId = ids.next();
  // A bot's user has its application's id, as for every application made since 2016.
  const bot = createUser(applicationId, seed.botName ?? 'Footnote', true);
  const people = seed.users.map((user) => createPerson(ids.next(), user));
  const person = (name: string) => findNamed('user', name, people, (p) => [p.key, p.user.id]);
  const servers: Server[] = [];
  const places: Place[] = [];
  for (const guild of seed.guilds) {
    const server = createServer(guild, { id: ids.next(), bot, person, nextId: () => ids.next() });
    servers.push(server);
    for (const channel of guild.channels) places.push(createGuildPlace(server, channel, ids.next()));
  }
  places.push(...createDirectPlaces(seed.groups ?? [], people, person, () => ids.next()));
  return {
    bot,
    applicationId,
    applicationOwnerId: person(seed.applicationOwner).user.id,
    applicationTeam: createTeam(seed, person, () => ids.next()),
    people,
    servers,
    places: () => places,
    person,
    server: (name) => findNamed('server', name, servers, (s) => [s.key, s.id]),
    place: (name) => findNamed('channel', name, places, (p) => [p.key, p.id]),
    permissions: (guildId, userId) => permissionsOf(servers, guildId, userId),
    addThread(parent, name, id) {
      const thread: Place = {
        ...parent,
        key: `${parent.key}/${id}`,
        id,
        name,
        kind: 'thread',
        parentId: parent.id,
      };
      places.push(thread);
      return thread;
    },
    removePlace(place) {
      const gone = places.filter(({ id, parentId }) => id === place.id || parentId === place.id);
      for (const item of gone) places.splice(places.indexOf(item), 1);
      return gone;
    },
  };
}

function createTeam(
  { applicationTeam: team }: WorldSeed,
  person: (name: string) => Person,
  nextId: () => string,
): ApplicationTeam | null {
  if (team === undefined) return null;
  const idOf = (key: string): string => person(key).user.id;
  return { id: nextId(), members: team.members.map(idOf), invited: (team.invited ?? []).map(idOf) };
}

function createUser(id: string, name: string, isBot: boolean): APIUser {
  return {
    id,
    username: name,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : name,
    avatar: null,
    bot: isBot,
    flags: NO_FLAGS,
    public_flags: NO_FLAGS,
  };
}

function createPerson(id: string, seed: UserSeed): Person {
  return {
    key: seed.key,
    user: createUser(id, seed.name ?? seed.key, false),
    locale: seed.locale ?? 'en-US',
    hasInstalled: seed.hasInstalled ?? false,
  };
}

interface ServerParts {
  id: string;
  bot: APIUser;
  person: (name: string) => Person;
  nextId: () => string;
}

function createServer(seed: GuildSeed, { id, bot, person, nextId }: ServerParts): Server {
  const everyone = createRole(id, { name: '@everyone' }, EVERYONE_MAY, 0);
  const seeded = (seed.roles ?? []).map((role, index) => ({
    seed: role,
    role: {
      ...createRole(nextId(), role, permissionBits(role), index + 1),
      ...(role.isOfBot === true ? { managed: true, tags: { bot_id: bot.id } } : {}),
    },
  }));
  const members = new Map<string, APIGuildMember>();
  for (const key of new Set([seed.owner, ...seed.members])) {
    const held = seeded.filter(({ seed: role }) => role.members?.includes(key)).map(({ role }) => role.id);
    members.set(person(key).user.id, createMember(person(key).user, held));
  }
  const hasBot = seed.hasBot ?? true;
  const ofBot = seeded.filter(({ seed: role }) => role.isOfBot === true).map(({ role }) => role.id);
  if (hasBot) members.set(bot.id, createMember(bot, ofBot));
  return {
    key: seed.key,
    id,
    name: seed.name,
    ownerId: person(seed.owner).user.id,
    locale: seed.locale ?? 'en-US',
    roles: [everyone, ...seeded.map(({ role }) => role)],
    members,
    hasBot,
    isOut: false,
  };
}

/** A member who joined when the world began. */
export function createMember(user: APIUser, roles: string[]): APIGuildMember {
  return {
    user,
    roles,
    nick: null,
    avatar: null,
    joined_at: new Date(WORLD_BEGINS_MS).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
  };
}

function createRole(id: string, seed: RoleSeed, permissions: bigint, position: number): APIRole {
  return {
    id,
    name: seed.name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: true,
    flags: NO_FLAGS,
  };
}

function permissionBits(role: RoleSeed): bigint {
  let bits = 0n;
  for (const name of role.permissions ?? []) {
    const bit = Object.entries(PermissionFlagsBits).find(([known]) => known === name)?.[1];
    if (bit === undefined)
      throw new Error(`The role "${role.name}" has a permission that Discord does not know: ${name}.`);
    bits |= bit;
  }
  return bits;
}

function permissionsOf(servers: readonly Server[], guildId: string, userId: string): bigint {
  const server = servers.find((candidate) => candidate.id === guildId);
  const member = server?.members.get(userId);
  if (server === undefined || member === undefined) return 0n;
  if (server.ownerId === userId) return EVERY_PERMISSION;
  let bits = 0n;
  for (const role of server.roles) {
    if (role.id === guildId || member.roles.includes(role.id)) bits |= BigInt(role.permissions);
  }
  return (bits & PermissionFlagsBits.Administrator) !== 0n ? EVERY_PERMISSION : bits;
}
