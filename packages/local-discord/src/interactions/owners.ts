import { type APIAuthorizingIntegrationOwnersMap, ApplicationIntegrationType } from 'discord-api-types/v10';

/**
 * By whose installation an interaction is there: the server's (its id, "0" in direct messages with the bot), the
 * user's own, or both; see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object.
 */
export type Owners = APIAuthorizingIntegrationOwnersMap;

/** The owners if the server's installation (`guildId`; undefined in direct messages) and the user's count, or do not. */
export function toOwners(
  isGuildInstalled: boolean,
  guildId: string | undefined,
  installedBy: string | undefined,
): Owners {
  return {
    ...(isGuildInstalled ? { [ApplicationIntegrationType.GuildInstall]: guildId ?? '0' } : {}),
    ...(installedBy === undefined ? {} : { [ApplicationIntegrationType.UserInstall]: installedBy }),
  };
}

/** True when the application is there only because a user has installed it for themselves. */
export function isOnlyUserInstalled(owners: Owners): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] === undefined;
}
