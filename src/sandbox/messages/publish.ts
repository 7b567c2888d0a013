import type { APIMessage } from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import type { StoredMessage } from './message-store.js';

/** Stores a message and tells the bot, unless it is ephemeral, and every listener. */
export function publishMessage(platform: Platform, stored: StoredMessage): void {
  platform.messages.add(stored);
  announce(platform, stored, 'message');
}

/** Tells the bot and every listener of a message that has changed. */
export function publishChange(platform: Platform, stored: StoredMessage): void {
  announce(platform, stored, 'message-changed');
}

/** Takes a message away and tells the bot, unless it was ephemeral, and every listener. */
export function removeMessage(platform: Platform, stored: StoredMessage): void {
  const { id, channel_id } = stored.message;
  const { guildId } = platform.world.place(channel_id);
  platform.messages.remove(id);
  if (stored.visibleTo === undefined && isBotThere(platform, guildId)) {
    platform.gateway.dispatch(
      'MESSAGE_DELETE',
      { id, channel_id, ...(guildId === undefined ? {} : { guild_id: guildId }) },
      { guildId },
    );
  }
  platform.events.emit({ kind: 'message-deleted', channelId: channel_id, messageId: id });
}

/** The message as the gateway sends it: with its guild and its author's membership. */
function toEventMessage(platform: Platform, message: APIMessage, guildId: string | undefined): APIMessage {
  if (guildId === undefined) return { ...message };
  const server = platform.world.server(guildId);
  const member = server.members.get(message.author.id);
  if (member === undefined) return Object.assign({ ...message }, { guild_id: guildId });
  const { user: _, ...rest } = member;
  return Object.assign({ ...message }, { guild_id: guildId, member: rest });
}

function announce(platform: Platform, stored: StoredMessage, kind: 'message' | 'message-changed'): void {
  const { message, visibleTo, isThinking } = stored;
  const { guildId } = platform.world.place(message.channel_id);
  if (visibleTo === undefined && isBotThere(platform, guildId)) {
    const event = kind === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
    platform.gateway.dispatchMessage(event, toEventMessage(platform, message, guildId), { guildId });
  }
  platform.events.emit({ kind, message: structuredClone(message), visibleTo, isThinking });
}

function isBotThere(platform: Platform, guildId: string | undefined): boolean {
  return guildId === undefined || platform.world.server(guildId).hasBot;
}
