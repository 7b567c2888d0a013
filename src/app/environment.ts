import { z } from 'zod';
import { parseUrl } from '../article/parse-url.js';
import { MOST_SHARDS, readShards } from './divide-shards.js';

const optional = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? null : value.trim()));

const snowflake = optional.refine(
  (value) => value === null || /^\d{15,21}$/u.test(value),
  'is not a Discord id; turn on Developer Mode in Discord, right-click and choose "Copy ID"',
);

/** A whole number between two bounds, both allowed. */
const wholeNumber = (least: number, most: number, otherwise: number) =>
  optional
    .transform((value) => (value === null ? otherwise : Number(value)))
    .refine(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `is not a whole number from ${least} to ${most}`,
    );

const portNumber = optional.refine(
  (value) => value === null || (/^\d{1,5}$/u.test(value) && Number(value) <= 65_535),
  'is not a port number from 0 to 65535',
);

const onOrOff = optional
  .transform((value) => value?.toLowerCase() ?? 'off')
  .refine((value) => value === 'on' || value === 'off', 'is neither on nor off')
  .transform((value) => value === 'on');

/** Beside where the bot is started; kept out of version control. */
const DEFAULT_DATA = 'data';

/** Articles of one server: four a week for a year; their passages fit what stays in memory many times over. */
const DEFAULT_ARTICLES = 200;

/** Mebibytes of one server: 200 articles of 250 KB, which is a long page of HTML with all its markup. */
const DEFAULT_MEBIBYTES = 50;

/** Seconds between two questions of one user: as long as it takes to read an answer's first line. */
const DEFAULT_COOLDOWN = 3;

/** Days that a server's things stay once the bot was removed: time to notice a mistake and ask it back. */
const DEFAULT_GRACE = 30;

/** The form of the environment's variables; `.env.example` says what each is for. */
export const ENVIRONMENT = z.object({
  DISCORD_TOKEN: optional
    .refine((value) => value === null || !/\s/u.test(value), 'has a space in it; copy the token again')
    .refine(
      (value) => value === null || /^[\x21-\x7e\s]*$/u.test(value),
      'has a sign in it that no token has, as a typographic quotation mark; copy the token again, without quotation marks',
    ),
  DISCORD_GUILD_ID: snowflake,
  DISCORD_API_URL: optional
    .refine(
      (value) => value === null || /^https?:$/u.test(protocolOf(value)),
      'is not an http or https address',
    )
    .refine(
      (value) => value === null || !/[?#]/u.test(value),
      'has something behind a “?” or a “#”, which no address of an API has; end it at /api',
    )
    .transform((value) => value?.replace(/\/+$/u, '') ?? null),
  MODERATOR_ROLE_ID: snowflake,
  SHARDS: optional
    .transform((value) => (value === null ? [] : readShards(value)))
    .refine((ids) => ids !== null, 'is not a list of shards, as 0-7 or 0,2,5-7'),
  SHARD_COUNT: optional
    .transform((value) => (value === null ? null : Number(value)))
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= 1 && value <= MOST_SHARDS),
      `is not a whole number from 1 to ${MOST_SHARDS}`,
    ),
  PROCESSES: wholeNumber(1, 256, 1),
  SEEDS_DIR: optional,
  DATA_DIR: optional.transform((value) => value ?? DEFAULT_DATA),
  DATABASE_URL: optional.refine(
    (value) =>
      value === null ||
      (/^postgres(?:ql)?:$/u.test(protocolOf(value)) && parseUrl(value)?.pathname.length !== 1),
    'is not the address of a PostgreSQL database, as postgres://user:password@host:5432/footnote; signs in the password that are not letters or digits are written as in %40 for @',
  ),
  MAX_SERVER_ARTICLES: wholeNumber(0, 5_000, DEFAULT_ARTICLES),
  MAX_SERVER_MIB: wholeNumber(0, 2_000, DEFAULT_MEBIBYTES),
  FETCH_URLS: onOrOff,
  FETCH_CONTACT: optional.refine(
    (value) => value === null || /^(?:https?|mailto):$/u.test(protocolOf(value)),
    'is no address that begins with https:// or mailto:',
  ),
  COOLDOWN_SECONDS: wholeNumber(0, 3_600, DEFAULT_COOLDOWN),
  GRACE_DAYS: wholeNumber(0, 3_650, DEFAULT_GRACE),
  MESSAGE_CONTENT: onOrOff,
  PORT: portNumber.transform((value) => Number(value ?? DEFAULT_PORT)),
  HEALTH_PORT: portNumber.transform((value) => (value === null ? null : Number(value))),
  HEALTH_HOST: optional
    .refine(
      (value) => value === null || /^[\w.:-]+$/u.test(value),
      'is not an address of this machine; 127.0.0.1 is for itself alone, 0.0.0.0 for all that reach it',
    )
    .transform((value) => value ?? LOOPBACK),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is not a log level; use one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
});

/** Health is for this machine alone, unless said otherwise. */
const LOOPBACK = '127.0.0.1';

/** Where the local Discord's page is found unless PORT says otherwise; not taken by a well-known service. */
const DEFAULT_PORT = 4477;

/** The variables as they were read. */
export type Settings = z.infer<typeof ENVIRONMENT>;

function protocolOf(value: string): string {
  return parseUrl(value)?.protocol ?? '';
}
