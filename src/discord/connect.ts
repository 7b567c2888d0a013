import { type Client, Events } from 'discord.js';
import { findCause } from './guard-gateway.js';
import type { IdentifyTurns } from './identify-in-turns.js';
import { ForeignServerError, SilentGatewayError } from './start-failure.js';

/** Milliseconds that each connection may take to be there: a gateway that never says HELLO or READY would keep the bot starting for ever. */
const START_TIMEOUT = 75_000;

/**
 * Logs in and waits until all connections are there. Each has its time from when the last one was: Discord lets them in one by one.
 *
 * @throws SilentGatewayError if the gateway lets it run out, and what `login` throws.
 */
export async function connect(
  client: Client,
  { token, startTimeout = START_TIMEOUT }: { readonly token: string; readonly startTimeout?: number },
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
