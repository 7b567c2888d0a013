/** The deadlines of the platform in milliseconds; tests shorten them instead of waiting. */
export interface SandboxTiming {
  /** How long the bot has to acknowledge an interaction. Discord: 3,000. */
  acknowledgeMs: number;
  /** How long an interaction's token lives. Discord: 900,000. */
  tokenMs: number;
  /** The heartbeat interval announced in HELLO. Discord: 41,250. */
  heartbeatMs: number;
  /** How long the address of an attached file is good for. Discord: 24 hours. */
  attachmentMs: number;
  /** How long after an IDENTIFY the next of the same bucket of shards may come, if `maxConcurrency` is held to. Discord: 5,000. */
  identifyMs: number;
  /** How long a driver's wait (`reply`, `answer`) lasts before it fails with what was seen instead. Default 10,000. */
  waitMs: number;
}

/** Discord's own deadlines; see https://discord.com/developers/docs/interactions/receiving-and-responding. */
export const DISCORD_TIMING: SandboxTiming = {
  acknowledgeMs: 3_000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  attachmentMs: 24 * 60 * 60_000,
  identifyMs: 5_000,
  waitMs: 10_000,
};

/** The bot token of the local Discord: no secret, and of no use anywhere else. */
export const LOCAL_TOKEN = 'local.discord.token';

/** Privileged intents as switched on in the developer portal; all are off unless named. */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

/** What a running local Discord was told at its start. */
export interface Settings {
  token: string;
  timing: SandboxTiming;
  privilegedIntents: readonly PrivilegedIntent[];
  isListingCommands: boolean;
  /** Shards that a bot is told to connect with. */
  shards: number;
  /** Buckets of shards, each of which may identify once in `timing.identifyMs`; null lets all identify as they like, as often as tests restart a bot. */
  maxConcurrency: number | null;
}
