import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { Breach } from './checks/breach.js';
import type { Actor } from './driver/actor.js';
import type { Faults } from './faults.js';
import type { RecordedRequest } from './request-log.js';
import type { SandboxListener } from './sandbox-events.js';
import type { World } from './world/world.js';
import type { WorldSeed } from './world/world-seed.js';

/** The deadlines of the platform in milliseconds; tests shorten them instead of waiting. */
export interface SandboxTiming {
  /** How long the bot has to acknowledge an interaction. Discord: 3,000. */
  acknowledgeMs: number;
  /** How long an interaction's token lives once acknowledged. Discord: 900,000. */
  tokenMs: number;
  /** The heartbeat interval announced in HELLO. Discord: 41,250. */
  heartbeatMs: number;
  /** How long a driver's wait (`reply`, `answer`) lasts before it fails with what was seen instead. Default 10,000. */
  waitMs: number;
}

/** Privileged intents as switched on in the developer portal; all are off unless named. */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

/** What `startSandbox` may be told; everything has a default. */
export interface SandboxOptions {
  /** TCP port on 127.0.0.1; 0 (the default) takes any free one. */
  port?: number;
  /** The only bot token that is accepted; a fixed harmless one by default. */
  token?: string;
  /** Servers, channels, roles and people; `defaultWorldSeed` when left out. */
  world?: WorldSeed;
  timing?: Partial<SandboxTiming>;
  privilegedIntents?: readonly PrivilegedIntent[];
  /** False: GET on commands is refused with 404, as by a server that cannot list them. Default true. */
  isListingCommands?: boolean;
}

/** A message as one user sees it. */
export interface SeenMessage {
  /** The payload as Discord's API would give it. */
  message: APIMessage;
  /** True when it is ephemeral: nobody else sees it. */
  isOnlyForYou: boolean;
  /** True while a deferred reply waits for its content ("… is thinking"). */
  isThinking: boolean;
  /** Ids of the users whom it notified, after `allowed_mentions`; @everyone and roles are resolved to their members. */
  pinged: readonly string[];
}

/**
 * A running local Discord.
 *
 * Users, channels and guilds are named by key or by id everywhere: users by the seed's key (`mira`), guilds by key
 * (`harbour`), channels by `guild/channel` (`harbour/general`) or `dm/user` (`dm/mira`, the user's direct messages
 * with the bot). An unknown name throws, with the names that exist.
 */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`: the page. */
  readonly url: string;
  /** `http://127.0.0.1:PORT/api`: for discord.js, `new Client({ rest: { api: sandbox.apiUrl } })`. */
  readonly apiUrl: string;
  readonly port: number;
  /** The token to log in with. */
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  /** Everything a person can do, as the user of this key or id. */
  as(user: string): Actor;
  /** The commands registered now: global ones, or with a guild those registered in that guild only. */
  commands(guild?: string): readonly APIApplicationCommand[];
  /** The channel's messages, oldest first, as this user sees them (other people's ephemeral ones left out). */
  messages(channel: string, options: { as: string }): readonly SeenMessage[];
  /** Every REST request of the bot since the start, oldest first. */
  requests(): readonly RecordedRequest[];
  /** Every breach of Discord's rules by the bot, oldest first; a test ends with `expect(sandbox.breaches()).toEqual([])`. */
  breaches(): readonly Breach[];
  /** Resolves once the bot has a gateway session and has been given its guilds. */
  ready(): Promise<void>;
  /** Calls back on everything that happens; returns what stops it. */
  listen(listener: SandboxListener): () => void;
  /** Adds the bot to a guild of the world that it is not in (GUILD_CREATE). */
  addBot(guild: string): void;
  /** Removes the bot from a guild (GUILD_DELETE). */
  removeBot(guild: string): void;
  /** Closes every connection and the port. */
  close(): Promise<void>;
}

/**
 * Starts a local Discord on 127.0.0.1 and resolves once it listens. Rejects when the port is taken.
 */
export declare function startSandbox(options?: SandboxOptions): Promise<Sandbox>;
