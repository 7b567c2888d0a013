import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Status } from 'discord.js';
import type { Turns } from '../store/changes.js';
import type { DepartureStore } from '../store/records.js';
import { describeCommands } from './application-commands.js';
import { connect } from './connect.js';
import { createClient } from './create-client.js';
import { attachHandlers } from './dispatch.js';
import { equipBot, type GivenSettings } from './equip-bot.js';
import { guardGateway } from './guard-gateway.js';
import { guardRest } from './guard-rest.js';
import { identifyInTurns } from './identify-in-turns.js';
import { describeError } from './log-error.js';
import { reviewMembership, watchMembership } from './membership.js';
import { OngoingWork } from './ongoing-work.js';
import { Operators } from './operators.js';
import { holdsServer, type OwnShards } from './own-shards.js';
import { registerCommands } from './register-commands.js';
import { explainStartFailure } from './start-failure.js';
import { type Telling, tellMember } from './tell-member.js';
import { watchConnection } from './watch-connection.js';

/** How the bot is put into Discord, or into whatever speaks its protocol. */
export interface BotOptions extends Omit<GivenSettings, 'isReadingMessages'> {
  readonly token: string;
  /** The address up to `/api` that is in place of Discord's; null for Discord itself. */
  readonly apiUrl: string | null;
  /** The one server to register the commands in; null registers them everywhere. */
  readonly guildId: string | null;
  /** The role whose members may use the moderators' commands, beside those with Manage Server; null for none. */
  readonly moderatorRoleId: string | null;
  /** Also asks for the privileged Message Content intent, which channels need in which questions are answered without a mention. Default false. */
  readonly isReadingMessages?: boolean;
  /** Milliseconds that each connection may take to be there; default as `connect` has it. */
  readonly startTimeout?: number;
  /** Milliseconds before a connection that came to nothing is tried again for the first time; default as `guardGateway` has it. */
  readonly firstWait?: number;
  /** Milliseconds after which the bot's owners are asked for again if Discord did not tell; default as `Operators` has it. */
  readonly ownersAgainAfter?: number;
  /** Where it is noted which servers the bot was removed from; null, the default, if nothing outlives the program. */
  readonly departures?: DepartureStore | null;
  /** Which connections are its own; null, the default, for as many as Discord recommends. */
  readonly shards?: OwnShards | null;
  /** The turns in which all processes of the bot connect; null, the default, if there is only this one. */
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
  /** Tells a member of a server something in direct messages, if they take any; never throws. */
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

/** Milliseconds that a client which could not connect is given to go. */
const FAREWELL = 5_000;

/**
 * Connects the bot, registers its commands if they differ, and answers from then on. What an operator can mend (a
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

async function leave(client: Client, work: OngoingWork, { logger }: BotOptions): Promise<void> {
  const isFinished = await work.finish(TIMEOUT);
  if (!isFinished) logger.warn('left with commands still under way');
  await client.destroy();
}
