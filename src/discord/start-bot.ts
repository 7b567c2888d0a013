import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import type { Turns } from '../store/changes.js';
import type { DepartureStore } from '../store/records.js';
import { describeCommands } from './application-commands.js';
import { attachHandlers } from './dispatch.js';
import { equipBot, type GivenSettings } from './equip-bot.js';
import { findCause, type GatewayGuard, guardGateway } from './guard-gateway.js';
import { guardRest } from './guard-rest.js';
import { type IdentifyTurns, identifyInTurns } from './identify-in-turns.js';
import { describeError } from './log-error.js';
import { reviewMembership, watchMembership } from './membership.js';
import { OngoingWork } from './ongoing-work.js';
import { Operators } from './operators.js';
import { holdsServer, type OwnShards } from './own-shards.js';
import { registerCommands } from './register-commands.js';
import { explainStartFailure, ForeignServerError, SilentGatewayError } from './start-failure.js';
import { type Telling, tellMember } from './tell-member.js';

/** How the bot is put into Discord, or into whatever speaks its protocol. */
export interface BotOptions extends Omit<GivenSettings, 'isReadingMessages'> {
  readonly token: string;
  /** The address up to `/api` that stands in for Discord's; null for Discord itself. */
  readonly apiUrl: string | null;
  /** The one server to register the commands in; null registers them everywhere. */
  readonly guildId: string | null;
  /** The role whose members may use the moderators' commands, beside those with Manage Server; null for none. */
  readonly moderatorRoleId: string | null;
  /** Also asks for the privileged Message Content intent, which channels need where questions are answered without a mention. Default false. */
  readonly isReadingMessages?: boolean;
  /** Milliseconds that each connection may take to be there; default `START_TIMEOUT`. */
  readonly startTimeout?: number;
  /** Milliseconds before a connection that came to nothing is tried again for the first time; default as `guardGateway` has it. */
  readonly firstWait?: number;
  /** Milliseconds after which the bot's owners are asked for again where Discord did not tell; default as `Operators` has it. */
  readonly ownersAgainAfter?: number;
  /** Where it is noted which servers the bot was removed from; null, the default, where nothing outlives the program. */
  readonly departures?: DepartureStore | null;
  /** Which connections are its own; null, the default, for as many as Discord recommends. */
  readonly shards?: OwnShards | null;
  /** The turns in which all processes of the bot connect; null, the default, where there is this one. */
  readonly turns?: Turns | null;
}

/** A bot that is connected and answers. */
export interface Bot {
  /** Its name in Discord. */
  readonly name: string;
  /** Finishes what is under way, for ten seconds at most, and leaves. Safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when Discord has closed the connection for good (a token reset while running) with a sentence that says what to do; never after `stop`. */
  readonly lost: Promise<string>;
  /** How its connections to Discord are at this moment. */
  shards(): readonly ShardState[];
  /** Tells a member of a server something in direct messages, where they take any; never throws. */
  tell(telling: Telling): Promise<void>;
  /** Servers that it is in, as far as its connections reach. */
  countServers(): number;
}

/** One connection to Discord. */
export interface ShardState {
  readonly id: number;
  readonly isReady: boolean;
  /** Milliseconds that a heartbeat takes; null if none was answered yet. */
  readonly ping: number | null;
}

/** A bot that has connected, or why it could not. */
export type BotStart =
  | { readonly ok: true; readonly bot: Bot }
  /** One sentence that says what to do. */
  | { readonly ok: false; readonly reason: string };

/** Milliseconds that commands under way are given when the bot leaves: within the grace of a container's stop. */
const TIMEOUT = 10_000;

/** Milliseconds that each connection may take to be there: a gateway that never says HELLO or READY would keep the bot starting for ever. */
const START_TIMEOUT = 75_000;

/** Milliseconds that a client which could not connect is given to go. */
const FAREWELL = 5_000;

/** Messages of each channel that stay in memory: enough for a reply to find what it replies to; the rest is not ours to keep. */
const KEPT_MESSAGES = 20;

/** People of each server that stay in memory; whoever acts comes with the event anyway. */
const KEPT_PEOPLE = 200;

/** Milliseconds after which what discord.js keeps of each interaction's own addresses is let go, if idle: by itself it lets a busy hour add up, 0.7 KB each. */
const SWEEP_EVERY = 60_000;

/** What comes with a server and is never looked at: hundreds in a large one, in thousands of servers. */
const UNREAD = {
  GuildEmojiManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  StageInstanceManager: 0,
  VoiceStateManager: 0,
};

/** Only what needs no approval: servers, messages in them (their text comes where the bot is meant) and direct ones. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/**
 * Connects the bot, registers its commands where they differ, and answers from then on. What an operator can mend (a
 * wrong token, an intent refused, no access, no reaching the server) comes back as a sentence.
 *
 * @throws whatever else goes wrong at the start.
 */
export async function startBot(options: BotOptions): Promise<BotStart> {
  const guard = guardGateway(options.logger, options.firstWait);
  const identifying = identifyInTurns(options.turns ?? null, options.logger);
  const client = createClient(options, guard, identifying);
  guard.follow(client);
  guardRest(client);
  const work = new OngoingWork();
  const lost = watchConnection(client, options);
  const operators = new Operators(options.ownersAgainAfter);
  const { isReadingMessages = false, departures = null, logger } = options;
  attachHandlers(client, equipBot(client, { ...options, isReadingMessages }, operators), work);
  try {
    const ready = await connect(client, options, identifying);
    await operators.follow(ready, logger);
    if (departures !== null) {
      watchMembership(client, { departures, logger });
      const { shards = null } = options;
      const isOurs = (guildId: string): boolean => shards === null || holdsServer(shards, guildId);
      await reviewMembership(ready, { departures, logger }, isOurs);
    }
    await register(client, options);
  } catch (error) {
    operators.stop();
    guard.stop();
    await Promise.race([
      client.destroy(),
      wait(Math.min(FAREWELL, options.startTimeout ?? FAREWELL), undefined, { ref: false }),
    ]);
    const reason = explainStartFailure(error, options);
    if (reason === null) throw error;
    logger.debug({ error: describeError(error) }, 'could not start');
    return { ok: false, reason };
  }
  const name = client.user?.username ?? '';
  logger.info({ bot: name, servers: client.guilds.cache.size }, 'connected to Discord');
  const stop = () => {
    operators.stop();
    guard.stop();
    return leave(client, work, options);
  };
  const countServers = () => client.guilds.cache.size;
  const tell = (telling: Telling) => tellMember(client, telling, options);
  return { ok: true, bot: { name, lost, stop, tell, countServers, shards: () => describeShards(client) } };
}

function describeShards(client: Client): ShardState[] {
  return [...client.ws.shards.values()].map(({ id, status, ping }) => ({
    id,
    isReady: status === Status.Ready,
    ping: ping < 0 ? null : ping,
  }));
}

function createClient(
  { apiUrl, isReadingMessages = false, shards = null }: BotOptions,
  { buildStrategy }: GatewayGuard,
  { buildIdentifyThrottler }: IdentifyTurns,
): Client {
  return new Client({
    // As many as Discord recommends: one alone is refused beyond 2,500 servers.
    ...(shards === null ? { shards: 'auto' } : { shards: [...shards.ids], shardCount: shards.count }),
    intents: isReadingMessages ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Without this partial, direct messages in channels that are not cached are dropped.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // A message whose answer was lost on the way is sent again, and is to stand there once.
    enforceNonce: true,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: KEPT_MESSAGES,
      GuildMemberManager: { maxSize: KEPT_PEOPLE, keepOverLimit: isOurselves },
      UserManager: { maxSize: KEPT_PEOPLE, keepOverLimit: isOurselves },
      ...UNREAD,
    }),
    ws: { buildStrategy, ...(buildIdentifyThrottler && { buildIdentifyThrottler }) },
    rest: { handlerSweepInterval: SWEEP_EVERY, ...(apiUrl !== null && { api: apiUrl }) },
  });
}

function isOurselves({ id, client }: { readonly id: string; readonly client: Client<true> }): boolean {
  return id === client.user.id;
}

/**
 * Logs in and waits until all connections are there. Each has its time from when the last one was: Discord lets them in one by one.
 *
 * @throws SilentGatewayError if the gateway lets it run out, and what `login` throws.
 */
async function connect(
  client: Client,
  { token, startTimeout = START_TIMEOUT }: BotOptions,
  identifying: IdentifyTurns,
): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const giveUp = async (): Promise<void> => {
      const seconds = Math.round(startTimeout / 1_000);
      reject(new SilentGatewayError(await findCause(client.ws.gateway), seconds));
    };
    const begin = (more = 0): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void giveUp(), startTimeout + more);
    };
    client.on(Events.ShardReady, () => begin());
    // Others connect meanwhile.
    identifying.onWait = begin;
    begin();
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  try {
    await Promise.race([logIn(client, token), silence]);
    return await Promise.race([ready, silence]);
  } finally {
    clearTimeout(timer);
  }
}

async function logIn(client: Client, token: string): Promise<void> {
  await client.login(token).catch((error: unknown) => {
    // discord.js reads the gateway's address without looking at what came, so a web page ends in a TypeError.
    const isForeign = error instanceof TypeError && error.cause === undefined;
    throw isForeign ? new ForeignServerError('not Discord’s API', { cause: error }) : error;
  });
}

async function register(client: Client, options: BotOptions): Promise<void> {
  const { commands, guildId, moderatorRoleId, logger } = options;
  const applicationId = client.application?.id;
  if (applicationId === undefined) throw new Error('The client is ready and has no application.');
  const described = describeCommands(commands, options, moderatorRoleId);
  const isNew = await registerCommands({ rest: client.rest, applicationId, guildId, logger }, described);
  logger.info(
    { commands: described.length, guild: guildId },
    isNew ? 'commands registered' : 'commands are registered as they are',
  );
}

/** Logs what becomes of the connection, which discord.js resumes by itself, and tells when it cannot; leaving is no loss. */
function watchConnection(client: Client, options: BotOptions): Promise<string> {
  const { logger } = options;
  client.on(Events.Error, (error) => logger.error({ error: describeError(error) }, 'client error'));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ shard, error: describeError(error) }, 'gateway error'),
  );
  client.on(Events.ShardReconnecting, (shard) => options.watch?.reconnect(shard));
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'connection resumed'));
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      logger.error({ shard, code }, 'Discord closed the connection for good');
      resolve(explainClose(code, options));
    });
  });
}

function explainClose(code: number, options: BotOptions): string {
  const message = {
    [GatewayCloseCodes.AuthenticationFailed]: 'Authentication failed',
    [GatewayCloseCodes.DisallowedIntents]: 'Used disallowed intents',
  }[code];
  const known = message === undefined ? null : explainStartFailure(new Error(message), options);
  return known ?? `Discord closed the connection for good (${code}): start the bot again.`;
}

async function leave(client: Client, work: OngoingWork, { logger }: BotOptions): Promise<void> {
  const isFinished = await work.finish(TIMEOUT);
  if (!isFinished) logger.warn('left with commands still under way');
  await client.destroy();
}
