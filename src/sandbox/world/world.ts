import type { APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10';

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
}
