import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Place, permissionsIn, type World } from './world.js';

/** What an application may do with its responses wherever it is used. */
const ALWAYS = PermissionFlagsBits.AttachFiles | PermissionFlagsBits.EmbedLinks;

/** In groups; in direct messages with the bot also external emojis. */
const OUTSIDE_GUILDS = ALWAYS | PermissionFlagsBits.MentionEveryone;

/**
 * `app_permissions` of an interaction: in a server the bot's own, and if the bot is no member those of @everyone,
 * always with files and embeds; outside of servers a fixed set. Sources:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
 * and https://github.com/discord/discord-api-docs/issues/5316.
 */
export function appPermissionsIn(world: World, place: Place): bigint {
  if (place.kind === 'dm') return OUTSIDE_GUILDS | PermissionFlagsBits.UseExternalEmojis;
  if (place.guildId === undefined) return OUTSIDE_GUILDS;
  const server = world.server(place.guildId);
  if (server.hasBot) return permissionsIn(world, place, world.bot.id);
  const everyone = server.roles.find(({ id }) => id === server.id);
  return BigInt(everyone?.permissions ?? 0) | ALWAYS;
}
