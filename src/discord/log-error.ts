import { DiscordAPIError, HTTPError } from 'discord.js';

/** The token of an interaction or webhook in a request's path. */
const TOKEN_IN_PATH = /\/(interactions|webhooks)\/(\d+)\/[^/?]+/gu;

/** A name and a password in an address. */
const CREDENTIALS = /\/\/[^/@\s]*@/u;

/** What a log line may hold of an error: its kind, message, place and the request that failed, never a body or a token. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const described = {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { status, method, url } = error;
    const path = url.replace(TOKEN_IN_PATH, '/$1/$2/…').replace(CREDENTIALS, '//');
    return { ...described, status, method, path, ...('code' in error ? { code: error.code } : {}) };
  }
  return 'code' in error ? { ...described, code: error.code } : described;
}
