import { type APIGuildMember, type APIRole, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';

/** A user with what only their client knows. */
export interface Person {
  key: string;
  user: APIUser;
  locale: string;
  hasInstalled: boolean;
}

/** A channel of a guild, a thread in one, direct messages with the bot, or a group of people without the bot. */
export interface Place {
  /** `guild/channel`, `dm/user` or `group/key`; a thread's is its channel's with its id behind. */
  key: string;
  id: string;
  name: string;
  kind: 'guild' | 'thread' | 'dm' | 'group';
  guildId: string | undefined;
  /** For a thread: the channel it is in. */
  parentId: string | undefined;
  topic: string | undefined;
  /** The people of direct messages (one, beside the bot) and of a group; empty in a guild. */
  recipientIds: readonly string[];
}

/** A server. */
export interface Server {
  key: string;
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: APIRole[];
  members: Map<string, APIGuildMember>;
  hasBot: boolean;
  /** True during an outage: nobody can use it, and the bot has been told that it is unavailable. */
  isOut: boolean;
}

/** A team that owns an application, by the ids of its people. */
export interface ApplicationTeam {
  readonly id: string;
  readonly members: readonly string[];
  readonly invited: readonly string[];
}

/** Who and where: the servers, channels and people. Look-ups take a key or an id and throw for an unknown one. */
export interface World {
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly applicationOwnerId: string;
  /** The team that owns the application; null if its owner does alone. */
  readonly applicationTeam: ApplicationTeam | null;
  readonly people: readonly Person[];
  readonly servers: readonly Server[];
  /** Every channel, direct messages and threads among them. */
  places(): readonly Place[];
  person(name: string): Person;
  server(name: string): Server;
  place(name: string): Place;
  /** The permissions of a member in a guild as a bit set: everything for the owner and administrators, 0n for strangers. */
  permissions(guildId: string, userId: string): bigint;
  /** Adds a thread below a channel. */
  addThread(parent: Place, name: string, id: string): Place;
  /** Takes a channel away, with the threads in it; gives all that went. */
  removePlace(place: Place): readonly Place[];
}

/** Every permission bit there is. */
export const EVERY_PERMISSION = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a member may do in direct messages. */
const DIRECT_MESSAGE_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseExternalEmojis;

/** The permissions of a user in a place: a member's in its guild, the fixed ones in direct messages and groups, none for strangers. */
export function permissionsIn(world: World, place: Place, userId: string): bigint {
  if (place.guildId !== undefined) return world.permissions(place.guildId, userId);
  const isThere = place.recipientIds.includes(userId) || (place.kind === 'dm' && userId === world.bot.id);
  return isThere ? DIRECT_MESSAGE_PERMISSIONS : 0n;
}

/** True when the user may read the place: those who are in direct messages or a group, members with View Channel elsewhere. */
export function canSee(world: World, place: Place, userId: string): boolean {
  if (place.guildId !== undefined && world.server(place.guildId).isOut) return false;
  return (permissionsIn(world, place, userId) & PermissionFlagsBits.ViewChannel) !== 0n;
}

/** True when the bot itself is in a place, so that the gateway tells it what happens there. */
export function isBotIn(world: World, place: Place): boolean {
  return place.guildId === undefined ? place.kind === 'dm' : world.server(place.guildId).hasBot;
}

/** Finds who is meant by a key or an id among named things; throws with the known names when nobody is. */
export function findNamed<T>(what: string, name: string, all: readonly T[], names: (item: T) => string[]): T {
  const found = all.find((item) => names(item).includes(name));
  if (found !== undefined) return found;
  const known = all.map((item) => names(item)[0]).join(', ');
  throw new Error(`There is no ${what} "${name}" in the local Discord; there are: ${known}.`);
}
