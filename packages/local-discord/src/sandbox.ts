import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Breach } from './checks/breach.js';
import { createCommandStore } from './commands/command-store.js';
import type { Actor } from './driver/actor.js';
import { createActor } from './driver/create-actor.js';
import { createEventHub } from './event-hub.js';
import { createFaultPlan, type Faults } from './faults.js';
import { createGateway } from './gateway/create-gateway.js';
import { createInteractionStore } from './interactions/interaction-store.js';
import { createAttachmentStore } from './messages/attachment-store.js';
import { createMessageStore } from './messages/message-store.js';
import { type SeenMessage, seeMessages } from './messages/seen-message.js';
import { createPage } from './page-server/page.js';
import { NO_TEXTS, type ReadableTexts } from './page-server/readable-texts.js';
import type { Platform } from './platform.js';
import { createRequestLog, type RecordedRequest } from './request-log.js';
import { createApi } from './rest/api.js';
import { apiRoutes } from './rest/api-routes.js';
import { createGatewayRoutes } from './rest/gateway-routes.js';
import type { SandboxListener } from './sandbox-events.js';
import { LOCAL_ADDRESS, serveLocally } from './server.js';
import { DISCORD_TIMING, LOCAL_TOKEN, type PrivilegedIntent, type SandboxTiming } from './settings.js';
import { createSnowflakeSource } from './snowflake.js';
import { addBot, removeBot, setOutage } from './world/bot-membership.js';
import { buildWorld } from './world/build-world.js';
import { removeChannel, removeRole, setRoles } from './world/server-changes.js';
import type { World } from './world/world.js';
import { defaultWorldSeed, type WorldSeed } from './world/world-seed.js';

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
  /** What people can read beside a channel, and what the page offers to ask; nothing by default. */
  readableTexts?: ReadableTexts;
  /** False: GET on commands is refused with 404, as by a server that cannot list them. Default true. */
  isListingCommands?: boolean;
  /** Shards that a bot is told to connect with, all of them at once; default 1. */
  shards?: number;
  /** Buckets of shards, of which each may identify once every five seconds; left out, nobody has to wait for another. */
  maxConcurrency?: number;
}

/**
 * A running local Discord.
 *
 * Users, channels and guilds are named by key or by id everywhere: users by the seed's key (`mira`), guilds by key
 * (`harbour`), channels by `guild/channel` (`harbour/general`), `dm/user` (`dm/mira`, the user's direct messages
 * with the bot) or `group/key`. An unknown name throws, with the names that exist.
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
  /** Begins an outage of a guild (GUILD_DELETE with `unavailable`) or ends it (GUILD_CREATE). */
  setOutage(guild: string, isOut: boolean): void;
  /** Deletes a role, by name or id (GUILD_ROLE_DELETE). */
  removeRole(guild: string, role: string): void;
  /** Gives a member exactly these roles, by name or id. */
  setRoles(guild: string, user: string, roles: readonly string[]): void;
  /** Deletes a channel with all in it, or a thread (CHANNEL_DELETE, THREAD_DELETE). */
  removeChannel(channel: string): void;
  /** Closes every connection and the port. */
  close(): Promise<void>;
}

/**
 * Starts a local Discord on 127.0.0.1 and resolves once it listens. Rejects when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = buildWorld(options.world ?? defaultWorldSeed);
  const ids = createSnowflakeSource(Date.now);
  const timing = { ...DISCORD_TIMING, ...options.timing };
  let port = options.port ?? 0;
  const url = () => `http://${LOCAL_ADDRESS}:${port}`;
  const gatewayUrl = () => `ws://${LOCAL_ADDRESS}:${port}/gateway`;
  const gateway = createGateway(() => platform, gatewayUrl);
  const platform: Platform = {
    settings: {
      token: options.token ?? LOCAL_TOKEN,
      timing,
      privilegedIntents: options.privilegedIntents ?? [],
      isListingCommands: options.isListingCommands ?? true,
      shards: options.shards ?? 1,
      maxConcurrency: options.maxConcurrency ?? null,
    },
    ids,
    world,
    events: createEventHub(),
    messages: createMessageStore(),
    attachments: createAttachmentStore({
      nextId: () => ids.next(),
      baseUrl: url,
      applicationId: world.applicationId,
      lifeMs: timing.attachmentMs,
    }),
    commands: createCommandStore(),
    interactions: createInteractionStore(),
    requests: createRequestLog(),
    faults: createFaultPlan(),
    gateway,
  };
  const api = createApi(platform, [...createGatewayRoutes(gatewayUrl), ...apiRoutes]);
  const server = await serveLocally(port, {
    api,
    page: createPage(platform, options.readableTexts ?? NO_TEXTS),
    gateway,
  });
  port = server.port;
  return {
    url: url(),
    apiUrl: `${url()}/api`,
    port,
    token: platform.settings.token,
    world,
    faults: createFaults(platform),
    as: (user) => createActor(platform, world.person(user)),
    commands: (guild) => platform.commands.list(guild === undefined ? undefined : world.server(guild).id),
    messages: (channel, { as }) => seeMessages(platform, world.place(channel), world.person(as)),
    requests: () => platform.requests.all(),
    breaches: () => platform.requests.breaches(),
    async ready() {
      const isReady = await platform.events.waitFor(
        () => gateway.isOnline() || undefined,
        platform.settings.timing.waitMs,
      );
      if (isReady === undefined) throw new Error('The bot did not come online.');
    },
    listen: (listener) => platform.events.listen(listener),
    addBot: (guild) => addBot(platform, world.server(guild)),
    removeBot: (guild) => removeBot(platform, world.server(guild)),
    setOutage: (guild, isOut) => setOutage(platform, world.server(guild), isOut),
    removeRole: (guild, role) => removeRole(platform, world.server(guild), role),
    setRoles: (guild, user, roles) => setRoles(platform, world.server(guild), world.person(user), roles),
    removeChannel: (channel) => removeChannel(platform, world.place(channel)),
    close: () => server.close(),
  };
}

function createFaults({ faults, gateway }: Platform): Faults {
  return {
    dropGateway: () => gateway.dropConnections(),
    askToReconnect: () => gateway.askToReconnect(),
    invalidateSessions: (isResumable) => gateway.invalidateSessions(isResumable),
    sendFrame: (text) => gateway.sendFrame(text),
    rejectToken() {
      faults.isTokenRejected = true;
    },
    failRest: (fault) => faults.add(fault),
  };
}
