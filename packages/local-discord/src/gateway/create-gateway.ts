import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Platform } from '../platform.js';
import { toGuildCreate } from '../world/channel-payload.js';
import type { Server } from '../world/world.js';
import {
  type Closing,
  type Identify,
  type MembersRequest,
  type Resume,
  sendOp,
  serveConnection,
} from './connection.js';
import type { EventPlace, Gateway } from './gateway.js';
import { IdentifyBuckets } from './identify-buckets.js';
import { applicationFlags, intentsFor, refuseIntents } from './intents.js';
import { redactMessage } from './redaction.js';
import { createSession, type Session } from './session.js';

/** How long a session without a connection waits for its resume. Discord does not say; some minutes are seen. */
const RESUMABLE_MS = 5 * 60_000;

/** Servers that one shard may hold: https://discord.com/developers/docs/events/gateway#sharding. */
const MOST_GUILDS = 2_500;

const WRONG_TOKEN: Closing = {
  code: GatewayCloseCodes.AuthenticationFailed,
  reason: 'Authentication failed.',
};

/** `platform` is asked late: the gateway is one of its parts. `url` is the gateway's own address. */
export function createGateway(platform: () => Platform, url: () => string): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const buckets = new IdentifyBuckets();
  const live = () => [...sessions.values()].filter((session) => session.socket !== undefined);

  server.on('connection', (socket: WebSocket) => {
    let session: Session | undefined;
    const enter = (entered: Session) => {
      session = entered;
      session.socket = socket;
    };
    serveConnection(socket, platform().settings.timing.heartbeatMs, {
      isIdentified: () => session !== undefined,
      identify: (identify) => {
        const started = startSession(identify, socket);
        if (started === 'too-early') {
          sendOp(socket, GatewayOpcodes.InvalidSession, false);
          return undefined;
        }
        if ('code' in started) return started;
        enter(started);
        return undefined;
      },
      resume: (resume) => resumeSession(resume, socket, enter),
      requestMembers: (request) => session && sendMembers(session, request),
      closed: (isOver) => {
        if (session?.socket !== socket) return;
        session.socket = undefined;
        const { id } = session;
        if (isOver) sessions.delete(id);
        else setTimeout(() => forget(id), RESUMABLE_MS).unref();
        platform().events.emit({ kind: 'bot', isOnline: live().length > 0 });
      },
    });
  });

  function forget(id: string): void {
    if (sessions.get(id)?.socket === undefined) sessions.delete(id);
  }

  function isTokenRight(token: string): boolean {
    const { settings, faults } = platform();
    return !faults.isTokenRejected && token.replace(/^Bot /, '') === settings.token;
  }

  function startSession(identify: Identify, socket: WebSocket): Session | Closing | 'too-early' {
    const { settings, world, events } = platform();
    if (!isTokenRight(identify.token)) return WRONG_TOKEN;
    const refused = refuseIntents(identify.intents, settings.privilegedIntents);
    if (refused !== undefined) {
      return { code: refused, reason: refused === 4013 ? 'Invalid intent(s).' : 'Disallowed intent(s).' };
    }
    const [shardId, shardCount] = identify.shard ?? [0, 1];
    if (shardId >= shardCount) return { code: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
    const { maxConcurrency, timing } = settings;
    if (maxConcurrency !== null && !buckets.take(shardId % maxConcurrency, timing.identifyMs))
      return 'too-early';
    const session = createSession({ intents: identify.intents, shardId, shardCount }, socket);
    const guilds = world.servers.filter((guild) => guild.hasBot && isOnShard(session, guild.id));
    if (guilds.length > MOST_GUILDS)
      return { code: GatewayCloseCodes.ShardingRequired, reason: 'Sharding required.' };
    sessions.set(session.id, session);
    session.send('READY', {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [shardId, shardCount],
      application: { id: world.applicationId, flags: applicationFlags(settings.privilegedIntents) },
      private_channels: [],
    });
    for (const guild of guilds) if (!guild.isOut) sendGuild(session, guild);
    events.emit({ kind: 'bot', isOnline: true });
    return session;
  }

  function sendGuild(session: Session, guild: Server): void {
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    const hasMembers = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    session.send('GUILD_CREATE', toGuildCreate(platform().world, guild, hasMembers));
  }

  function resumeSession(
    resume: Resume,
    socket: WebSocket,
    enter: (session: Session) => void,
  ): Closing | undefined {
    if (!isTokenRight(resume.token)) return WRONG_TOKEN;
    const session = sessions.get(resume.session_id);
    if (session !== undefined && resume.seq > session.sequence) {
      return { code: GatewayCloseCodes.InvalidSeq, reason: 'Invalid seq.' };
    }
    if (session === undefined || !session.canReplay(resume.seq)) {
      sendOp(socket, GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    enter(session);
    session.replay(resume.seq);
    session.send('RESUMED', { _trace: [] });
    platform().events.emit({ kind: 'bot', isOnline: true });
    return undefined;
  }

  function sendMembers(session: Session, request: MembersRequest): void {
    const guild = platform().world.servers.find(({ id }) => id === request.guild_id);
    if (guild === undefined || !guild.hasBot) return;
    const asked = request.user_ids === undefined ? undefined : [request.user_ids].flat();
    const isListing = asked === undefined && (request.query ?? '') === '';
    // Listing everyone needs the members intent; asking for known ids does not.
    const mayList = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    const members = [...guild.members.values()].filter(({ user }) => {
      if (asked !== undefined) return asked.includes(user.id);
      return isListing ? mayList : user.username.startsWith(request.query ?? '');
    });
    session.send('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members,
      chunk_index: 0,
      chunk_count: 1,
      not_found: asked?.filter((id) => !guild.members.has(id)) ?? [],
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
  }

  /** The sessions that an event goes to; those without a connection keep it for their resume. */
  function audience(event: string, { guildId }: EventPlace): Session[] {
    const needed = intentsFor(event, guildId !== undefined);
    return [...sessions.values()].filter(
      (session) => isOnShard(session, guildId) && (needed === 0 || (session.intents & needed) !== 0),
    );
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
    },
    dispatch(event, data, place) {
      for (const session of audience(event, place)) session.send(event, data);
    },
    dispatchMessage(event, message, place) {
      const { world } = platform();
      for (const session of audience(event, place)) {
        const mayRead = (session.intents & GatewayIntentBits.MessageContent) !== 0;
        const isDirect = place.guildId === undefined;
        session.send(event, mayRead ? message : redactMessage(message, world.bot.id, isDirect));
      }
    },
    announceGuild(guild) {
      for (const session of sessions.values()) if (isOnShard(session, guild.id)) sendGuild(session, guild);
    },
    isOnline: () => live().length > 0,
    hasSession: () => sessions.size > 0,
    dropConnections() {
      for (const client of server.clients) client.terminate();
    },
    askToReconnect() {
      for (const client of server.clients) sendOp(client, GatewayOpcodes.Reconnect, null);
    },
    invalidateSessions(isResumable) {
      if (!isResumable) sessions.clear();
      for (const client of server.clients) sendOp(client, GatewayOpcodes.InvalidSession, isResumable);
    },
    sendFrame(text) {
      for (const client of server.clients) client.send(text);
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** Discord's sharding formula; direct messages go to shard 0. https://discord.com/developers/docs/events/gateway#sharding */
function isOnShard({ shardId, shardCount }: Session, guildId: string | undefined): boolean {
  if (guildId === undefined) return shardId === 0;
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount)) === shardId;
}
