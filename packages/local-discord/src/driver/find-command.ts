import {
  type APIApplicationCommand,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Owners, toOwners } from '../interactions/owners.js';
import type { Platform } from '../platform.js';
import {
  canSee,
  EVERY_PERMISSION,
  isBotIn,
  type Person,
  type Place,
  permissionsIn,
  type World,
} from '../world/world.js';
import { contextOf } from './start-interaction.js';

/** A command that a user can use in a place. */
export interface UsableCommand {
  command: APIApplicationCommand;
  /** The guild it is registered in; undefined for a global one. */
  guildId: string | undefined;
  owners: Owners;
}

/** The commands of a kind that a user's client offers in a place, guild commands first. */
export function findUsableCommands(
  platform: Platform,
  person: Person,
  place: Place,
  type: ApplicationCommandType,
): UsableCommand[] {
  const { world, commands } = platform;
  const { guildId } = place;
  const hasServerInstall = place.kind === 'dm' ? sharesServer(world, person) : isBotIn(world, place);
  const own = guildId === undefined || !hasServerInstall ? [] : commands.list(guildId);
  const usable: UsableCommand[] = [
    ...own.map((command) => ({ command, guildId, owners: toOwners(true, guildId, undefined) })),
    ...commands.list(undefined).flatMap((command) => {
      const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
      const isGuildInstalled = hasServerInstall && types.includes(ApplicationIntegrationType.GuildInstall);
      const isUserInstalled = person.hasInstalled && types.includes(ApplicationIntegrationType.UserInstall);
      if (!isGuildInstalled && !isUserInstalled) return [];
      const owners = toOwners(isGuildInstalled, guildId, isUserInstalled ? person.user.id : undefined);
      return [{ command, guildId: undefined, owners }];
    }),
  ];
  return usable.filter(
    ({ command }) =>
      command.type === type && isForContext(command, place) && isPermitted(platform, command, person, place),
  );
}

/** Why a user's client does not offer a command of this name in a place, as one sentence. */
export function explainMissing(platform: Platform, person: Person, place: Place, name: string): string {
  const known = [
    ...platform.commands.list(undefined),
    ...(place.guildId === undefined ? [] : platform.commands.list(place.guildId)),
  ].find((command) => command.name === name);
  if (!canSee(platform.world, place, person.user.id)) return `${person.key} cannot see ${place.key}.`;
  if (known === undefined) return `There is no command "${name}".`;
  if (!isForContext(known, place))
    return `The command "${name}" is not offered in ${place.key}: its contexts leave that out.`;
  if (!isPermitted(platform, known, person, place)) {
    return `${person.key} does not have the permissions that the command "${name}" asks for in ${place.key}.`;
  }
  return `The command "${name}" is not installed for ${place.key}.`;
}

function isForContext(command: APIApplicationCommand, place: Place): boolean {
  const context = contextOf(place);
  if (command.guild_id !== undefined) return context === InteractionContextType.Guild;
  const { contexts } = command;
  if (contexts === null || contexts === undefined)
    return context !== InteractionContextType.BotDM || command.dm_permission !== false;
  return contexts.includes(context);
}

/** Commands of a server's installation work in direct messages too, for those who share a server with the bot. */
function sharesServer({ servers }: World, { user }: Person): boolean {
  return servers.some(({ hasBot, members }) => hasBot && members.has(user.id));
}

function isPermitted(
  platform: Platform,
  command: APIApplicationCommand,
  person: Person,
  place: Place,
): boolean {
  if (!canSee(platform.world, place, person.user.id)) return false;
  // Default permissions are a server's matter: in direct messages everyone may.
  if (place.guildId === undefined) return true;
  const has = permissionsIn(platform.world, place, person.user.id);
  if ((has & PermissionFlagsBits.UseApplicationCommands) === 0n) return false;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  // "0" is nobody but administrators.
  return needed === '0' ? has === EVERY_PERMISSION : (has & BigInt(needed)) === BigInt(needed);
}
