import { type APIGuildMember, type APIRole, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';

/** A user with what only their client knows. */
export interface Person {
  key: string;
  user: APIUser;
  locale: string;
  hasInstalled: boolean;
}

/** A channel of a guild, a thread in one, or direct messages with the bot. */
export interface Place {
  /** `guild/channel` or `dm/user`. */
  key: string;
  id: string;
  name: string;
  kind: 'guild' | 'thread' | 'dm';
  guildId: string | undefined;
  /** For a thread: the channel it is in. */
  parentId: string | undefined;
  topic: string | undefined;
  /** For direct messages: the person. */
  recipientId: string | undefined;
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
}

/** Who and where: the servers, channels and people. Look-ups take a key or an id and throw for an unknown one. */
export interface World {
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly applicationOwnerId: string;
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

/** The permissions of a user in a place: a member's in its guild, and the fixed ones of direct messages. */
export function permissionsIn(world: World, place: Place, userId: string): bigint {
  return place.guildId === undefined ? DIRECT_MESSAGE_PERMISSIONS : world.permissions(place.guildId, userId);
}

/** True when the user may read the place: its own two people in direct messages, members with View Channel elsewhere. */
export function canSee(world: World, place: Place, userId: string): boolean {
  if (place.kind === 'dm') return userId === place.recipientId || userId === world.bot.id;
  return (permissionsIn(world, place, userId) & PermissionFlagsBits.ViewChannel) !== 0n;
}

/** Finds who is meant by a key or an id among named things; throws with the known names when nobody is. */
export function findNamed<T>(what: string, name: string, all: readonly T[], names: (item: T) => string[]): T {
  const found = all.find((item) => names(item).includes(name));
  if (found !== undefined) return found;
  const known = all.map((item) => names(item)[0]).join(', ');
  throw new Error(`There is no ${what} "${name}" in the local Discord; there are: ${known}.`);
}
