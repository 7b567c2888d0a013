import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { GatewayGuard } from './guard-gateway.js';
import type { IdentifyTurns } from './identify-in-turns.js';
import type { OwnShards } from './own-shards.js';

/** What a client depends on; the start of a bot says of each what it is. */
interface ClientOptions {
  readonly apiUrl: string | null;
  readonly isReadingMessages?: boolean;
  readonly shards?: OwnShards | null;
}

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

/** Only what needs no approval: servers, messages in them (their text comes if the bot is meant) and direct ones. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A client that is not connected yet: it asks for no more than it needs, pings nobody, and keeps little. */
export function createClient(
  { apiUrl, isReadingMessages = false, shards = null }: ClientOptions,
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
    // A message whose answer was lost on the way is sent again, and is to be there once.
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
