import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { DepartureStore } from '../store/records.js';
import { describeError } from './log-error.js';

/** What is needed to keep account of the servers that the bot is in. */
export interface Register {
  readonly departures: DepartureStore;
  readonly logger: Logger;
}

/** Notes when the bot is removed from a server and when it is back; an outage of a server is neither. */
export function watchMembership(client: Client, register: Register): void {
  client.on(Events.GuildDelete, ({ id }) => void note(register, () => leave(register, id)));
  client.on(Events.GuildCreate, ({ id }) => void note(register, () => register.departures.clear(id)));
}

/** Does the same for what happened while the bot was not running: of a client that is ready, and of the servers that its connections hold. */
export function reviewMembership(
  client: Client<true>,
  register: Register,
  isOurs: (guildId: string) => boolean,
): Promise<void> {
  return note(register, async () => {
    const { departures } = register;
    for (const id of await departures.listKnown()) {
      if (!isOurs(id)) continue;
      if (client.guilds.cache.has(id)) await departures.clear(id);
      else await leave(register, id);
    }
  });
}

async function leave({ departures, logger }: Register, guildId: string): Promise<void> {
  await departures.mark(guildId, new Date());
  logger.info({ guild: guildId }, 'no longer in this server; what is kept of it goes after the grace time');
}

async function note({ logger }: Register, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) =>
    logger.error({ error: describeError(error) }, 'could not keep account of the servers'),
  );
}
