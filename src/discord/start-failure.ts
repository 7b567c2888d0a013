import { DiscordAPIError, DiscordjsErrorCodes, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** What the bot was started with, as far as a failure may be about it. */
export interface StartTarget {
  /** Null for Discord itself. */
  readonly apiUrl: string | null;
  readonly guildId: string | null;
}

/** discord.js tells a close of the gateway for good by these messages alone. */
const TOKEN_REFUSED = 'Authentication failed';
const INTENTS_REFUSED = 'Used disallowed intents';

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN: in the developer portal, under your application’s Bot page, press Reset Token and put the new token into .env.';

const BAD_INTENTS =
  'Discord refuses an intent that the bot asks for: in the developer portal, under your application’s Bot page, switch on Message Content under Privileged Gateway Intents, or set MESSAGE_CONTENT=off.';

/** Network failures of Node, as they are in an error's `code`. */
const UNREACHABLE =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|UND_ERR_\w+|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/u;

/** A server that answered the first request with something that is not Discord's, as a web page. */
export class ForeignServerError extends Error {}

/** A gateway that could not be reached, or said nothing that lets the bot in, for so many seconds. */
export class SilentGatewayError extends Error {
  readonly seconds: number;

  /** `cause` is what the system calls it, or that the gateway answers. */
  constructor(cause: string, seconds: number) {
    super(cause);
    this.seconds = seconds;
  }
}

/** Why the bot could not start: one sentence that says what to do. Null for what is nobody's setting, a bug. */
export function explainStartFailure(error: unknown, { apiUrl, guildId }: StartTarget): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : undefined;
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (code === DiscordjsErrorCodes.TokenInvalid || error.message === TOKEN_REFUSED || status === 401) {
    return BAD_TOKEN;
  }
  if (error.message === INTENTS_REFUSED) return BAD_INTENTS;
  if (code === RESTJSONErrorCodes.MissingAccess || code === RESTJSONErrorCodes.UnknownGuild) {
    return guildId === null
      ? 'The bot may not register its commands: invite it anew with the scopes bot and applications.commands.'
      : `The bot may not register commands in the server ${guildId} (DISCORD_GUILD_ID): invite it there with the scopes bot and applications.commands, or correct the id.`;
  }
  const server =
    apiUrl === null ? 'Discord' : `the server at ${withoutCredentials(apiUrl)} (DISCORD_API_URL)`;
  if (error instanceof SilentGatewayError) {
    return `The gateway of ${server} has not let the bot in for ${error.seconds} s (${error.message}): check the network and, if all is well, start again later.`;
  }
  const cause = findNetworkCode(error);
  if (cause !== null) {
    const what = apiUrl === null ? 'the network' : 'the address and that it runs';
    return `There is no reaching ${server} (${cause}): check ${what}, then start again.`;
  }
  if (error.name === 'AbortError') {
    return `There is no reaching ${server} (no answer in time): check the network, then start again.`;
  }
  if (error instanceof ForeignServerError) {
    return `There is something else than Discord’s API at ${apiUrl === null ? 'Discord’s address' : withoutCredentials(apiUrl)}: check that DISCORD_API_URL ends in /api.`;
  }
  if (status !== undefined) {
    const hint = apiUrl === null ? 'try again later' : 'check that the address ends in /api';
    return `The bot cannot start, as ${server} answered ${status} (${error.message}): ${hint}.`;
  }
  return null;
}

/** An address without the name and the password that may be in it. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/u, '');
}

function findNetworkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return UNREACHABLE.test(code) ? code : findNetworkCode(error.cause);
}
