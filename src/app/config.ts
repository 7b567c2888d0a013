import { config as loadDotenv } from 'dotenv';
import { ENVIRONMENT, type Settings } from './environment.js';

/** The settings of one run, read once from the environment; `.env.example` says what each is for. */
export interface Config {
  /** Null without a token: the local Discord is used. */
  readonly discordToken: string | null;
  /** The one server in which the commands are registered; null registers them everywhere. */
  readonly discordGuildId: string | null;
  /** The address in place of Discord's, without a trailing slash; null for Discord itself. */
  readonly discordApiUrl: string | null;
  /** Which of the bot's connections to Discord are this machine's, of how many; null for as many as Discord recommends. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
  /** Processes that they are divided among on this machine. */
  readonly processes: number;
  /** Members with this role may use the moderators' commands, beside those with Manage Server. */
  readonly moderatorRoleId: string | null;
  /** The folder of the articles; null for the ones that Footnote ships. */
  readonly seedsDir: string | null;
  /** The folder of what must outlive a restart. */
  readonly dataDir: string;
  /** The PostgreSQL that machines share, in place of a file in the data folder; null for none. */
  readonly databaseUrl: string | null;
  /** Articles and bytes that each server may have of its own. */
  readonly limits: { readonly count: number; readonly bytes: number };
  /** Whether sources may be given by their address. */
  readonly isFetching: boolean;
  /** Where those whose pages are fetched can reach the operator; null for nowhere. */
  readonly fetchContact: string | null;
  /** Seconds between two questions of one user, if a server has not set its own. */
  readonly cooldownSeconds: number;
  /** Days after which what is kept of a server goes once the bot was removed from it. */
  readonly graceDays: number;
  /** Also asks Discord for the text of messages that do not mention the bot. */
  readonly isReadingMessages: boolean;
  /** The local Discord's port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number;
  /** Where liveness, readiness and metrics are served; null for nowhere, 0 takes any port that is free. */
  readonly healthPort: number | null;
  /** The address of this machine that they are served on. */
  readonly healthHost: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** The settings, or everything that is wrong with them, a sentence each. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The settings of this process: its environment, and what `.env` in the working folder adds to it. */
export function loadConfig(): ParsedConfig {
  loadDotenv({ quiet: true });
  const read = readConfig({ ...process.env });
  // discord.js would read them too, in a form of its own.
  for (const name of ['SHARDS', 'SHARD_COUNT']) delete process.env[name];
  return read;
}

const MEBIBYTE = 1024 * 1024;

/** What is never repeated, as it holds a password or is one. */
const SECRETS = new Set(['DISCORD_TOKEN', 'DATABASE_URL']);

/** This process's environment with others of its settings, for a process that it starts. */
export function environmentWith(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** A name and a password in an address, with its slashes or with none, up to the last sign that may end them. */
const CREDENTIALS = /^([a-z][a-z\d+.-]*:\/\/)?.*@/isu;
/** What stands behind an address's path, which may be a key. */
const QUERY = /([?#]).*$/su;

/** Reads the settings from an environment; each problem is a sentence that names the variable, without secrets. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const read = ENVIRONMENT.safeParse({ ...environment, LOG_LEVEL: environment.LOG_LEVEL || undefined });
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = environment[name]?.replace(CREDENTIALS, '$1…@').replace(QUERY, '$1…');
      const value = SECRETS.has(name) ? '' : ` (${shown})`;
      return `${name} ${issue.message}${value}.`;
    });
    return { ok: false, problems };
  }
  const { data } = read;
  const problems = findContradictions(data);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      discordToken: data.DISCORD_TOKEN,
      discordGuildId: data.DISCORD_GUILD_ID,
      discordApiUrl: data.DISCORD_API_URL,
      moderatorRoleId: data.MODERATOR_ROLE_ID,
      shards: chooseShards(data),
      processes: data.PROCESSES,
      seedsDir: data.SEEDS_DIR,
      dataDir: data.DATA_DIR,
      databaseUrl: data.DATABASE_URL,
      limits: { count: data.MAX_SERVER_ARTICLES, bytes: data.MAX_SERVER_MIB * MEBIBYTE },
      isFetching: data.FETCH_URLS,
      fetchContact: data.FETCH_CONTACT,
      cooldownSeconds: data.COOLDOWN_SECONDS,
      graceDays: data.GRACE_DAYS,
      isReadingMessages: data.MESSAGE_CONTENT,
      port: data.PORT,
      healthPort: data.HEALTH_PORT,
      healthHost: data.HEALTH_HOST,
      logLevel: data.LOG_LEVEL,
    },
  };
}

/** What each setting allows alone and not beside the others, a sentence each. */
function findContradictions(settings: Settings): string[] {
  const { DISCORD_TOKEN, DATABASE_URL, SHARDS, SHARD_COUNT, PROCESSES } = settings;
  const ids = SHARDS ?? [];
  const problems: string[] = [];
  if (DATABASE_URL !== null && DISCORD_TOKEN === null)
    problems.push(
      'DATABASE_URL is for a bot with a token, as the local Discord keeps what it has in DATA_DIR: set DISCORD_TOKEN, or leave DATABASE_URL out.',
    );
  if (ids.length > 0 && SHARD_COUNT === null)
    problems.push(
      'SHARDS says which connections are this machine’s: set SHARD_COUNT to how many there are in all.',
    );
  if (SHARD_COUNT !== null && ids.some((id) => id >= SHARD_COUNT))
    problems.push(
      `SHARDS names shard ${ids.at(-1)}, and with SHARD_COUNT=${SHARD_COUNT} they are 0 to ${SHARD_COUNT - 1}.`,
    );
  const isPart = ids.length > 0 && SHARD_COUNT !== null && ids.length < SHARD_COUNT;
  if (DATABASE_URL === null && (isPart || PROCESSES > 1))
    problems.push(
      `${isPart ? 'SHARDS' : 'PROCESSES'} is for several processes, which share what servers keep: set DATABASE_URL to a PostgreSQL.`,
    );
  return problems;
}

function chooseShards({ SHARDS, SHARD_COUNT }: Settings): Config['shards'] {
  if (SHARD_COUNT === null) return null;
  const all = Array.from({ length: SHARD_COUNT }, (_, i) => i);
  return { ids: SHARDS === null || SHARDS.length === 0 ? all : SHARDS, count: SHARD_COUNT };
}
