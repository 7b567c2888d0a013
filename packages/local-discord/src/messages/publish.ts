import type { APIMessage } from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import { toChannel } from '../world/channel-payload.js';
import { isBotIn } from '../world/world.js';
import type { StoredMessage } from './message-store.js';

/** Stores a message and tells the bot and every listener. */
export function publishMessage(platform: Platform, stored: StoredMessage): void {
  platform.messages.add(stored);
  announce(platform, stored, 'message');
}

/** Tells the bot and every listener of a message that has changed. */
export function publishChange(platform: Platform, stored: StoredMessage): void {
  announce(platform, stored, 'message-changed');
}

/** Takes a message away and tells the bot and every listener. */
export function removeMessage(platform: Platform, stored: StoredMessage): void {
  const { id, channel_id } = stored.message;
  const guildId = eventGuild(platform, stored);
  platform.messages.remove(id);
  if (isBotIn(platform.world, platform.world.place(channel_id))) {
    const data = { id, channel_id, ...(guildId === undefined ? {} : { guild_id: guildId }) };
    platform.gateway.dispatch('MESSAGE_DELETE', data, { guildId });
  }
  platform.events.emit({ kind: 'message-deleted', channelId: channel_id, messageId: id });
}

function announce(platform: Platform, stored: StoredMessage, kind: 'message' | 'message-changed'): void {
  const { message, visibleTo, isThinking } = stored;
  const guildId = eventGuild(platform, stored);
  if (isBotIn(platform.world, platform.world.place(message.channel_id))) {
    const event = kind === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
    platform.gateway.dispatchMessage(event, toEventMessage(platform, message, guildId), { guildId });
  }
  platform.events.emit({ kind, message: structuredClone(message), visibleTo, isThinking });
}

/**
 * The guild under which the gateway tells of a message. Ephemeral messages come like direct messages wherever they
 * are: without a guild, by the direct-message intent, on shard 0. https://github.com/discord/discord-api-docs/issues/4557
 */
function eventGuild({ world }: Platform, { message, visibleTo }: StoredMessage): string | undefined {
  return visibleTo === undefined ? world.place(message.channel_id).guildId : undefined;
}

/** The message as the gateway sends it: with its channel's type, its guild and its author's membership. */
function toEventMessage({ world }: Platform, message: APIMessage, guildId: string | undefined): APIMessage {
  const { type } = toChannel(world, world.place(message.channel_id));
  const member = guildId === undefined ? undefined : world.server(guildId).members.get(message.author.id);
  const { user: _, ...membership } = member ?? { user: undefined };
  return Object.assign(
    { ...message },
    { channel_type: type },
    guildId === undefined ? {} : { guild_id: guildId },
    member === undefined ? {} : { member: membership },
  );
}
