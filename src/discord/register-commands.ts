import { DiscordAPIError, type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Scope } from './application-commands.js';
import { isSameSet } from './same-commands.js';

/** What registration needs: Discord's REST API, with the token set, and whose commands they are. */
export interface Registry extends Scope {
  readonly rest: REST;
  readonly applicationId: string;
  readonly logger: Logger;
}

/**
 * Replaces the commands of one scope by ours if they differ, in one request; touches no other scope. A server that
 * cannot list commands is given them in any case. Returns whether they were sent.
 *
 * @throws DiscordAPIError (401, 403, 404) when the bot may not register there, and what the network throws.
 */
export async function registerCommands(
  registry: Registry,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const { rest, applicationId, guildId } = registry;
  const registered = await listCommands(registry, guildId);
  const isNew = registered === null || !isSameSet(registered, commands, registry);
  if (isNew) await rest.put(routeOf(applicationId, guildId), { body: commands });
  if (guildId !== null) await warnOfTwins(registry, commands);
  return isNew;
}

/** Null if the server cannot say; a refusal that registering would meet too is thrown. */
async function listCommands({ rest, applicationId }: Registry, guildId: string | null): Promise<unknown> {
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    return await rest.get(routeOf(applicationId, guildId), { query });
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 401 || error.status === 403)) throw error;
    return null;
  }
}

const named = z.array(z.object({ name: z.string() }));

/** The other scope may be meant for other servers, so it is not cleared, but the same command in both shows twice. */
async function warnOfTwins(
  registry: Registry,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<void> {
  const read = named.safeParse(await listCommands(registry, null).catch(() => null));
  const twins = (read.success ? read.data : []).filter(({ name }) =>
    commands.some((command) => command.name === name),
  );
  if (twins.length === 0) return;
  registry.logger.warn(
    { commands: twins.map(({ name }) => name) },
    'These commands are registered everywhere too and show twice in the server of DISCORD_GUILD_ID: start once without it, or leave it out.',
  );
}

function routeOf(applicationId: string, guildId: string | null): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
