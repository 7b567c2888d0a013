import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { StoredMessage } from '../messages/message-store.js';
import type { Platform } from '../platform.js';
import { type Place, permissionsIn, type Server } from '../world/world.js';
import { type Answer, missingAccess, unknownChannel, unknownGuild, unknownMessage } from './answer.js';
import type { RestRequest, Route } from './route.js';

/** A route's handler that is given the channel of the path too; refused if there is none that the bot may see. */
export function atPlace(
  handle: (platform: Platform, request: RestRequest, place: Place) => Answer,
): Route['handle'] {
  return (platform, request) => {
    const place = platform.world.places().find(({ id }) => id === request.params.channel);
    if (place === undefined) return unknownChannel();
    if (!botMay(platform, place, PermissionFlagsBits.ViewChannel)) return missingAccess();
    return handle(platform, request, place);
  };
}

/** One that is given the message of the path and its channel. Ephemeral messages are out of reach: only their interaction's token leads to them. */
export function atMessage(
  handle: (platform: Platform, request: RestRequest, stored: StoredMessage, place: Place) => Answer,
): Route['handle'] {
  return atPlace((platform, request, place) => {
    const stored = platform.messages.find(request.params.message ?? '');
    if (stored === undefined || stored.message.channel_id !== place.id || stored.visibleTo !== undefined) {
      return unknownMessage();
    }
    return handle(platform, request, stored, place);
  });
}

/** One that is given the guild of the path; refused if the bot is not in it. */
export function atGuild(
  handle: (platform: Platform, request: RestRequest, server: Server) => Answer,
): Route['handle'] {
  return (platform, request) => {
    const server = platform.world.servers.find(({ id }) => id === request.params.guild);
    if (server === undefined) return unknownGuild();
    return server.hasBot ? handle(platform, request, server) : missingAccess();
  };
}

/** True when the bot has every one of these permissions in a place. */
export function botMay(platform: Platform, place: Place, permissions: bigint): boolean {
  return (permissionsIn(platform.world, place, platform.world.bot.id) & permissions) === permissions;
}
