import {
  type APIAttachment,
  type APIMessage,
  ApplicationCommandType,
  InteractionType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { composeMessage } from '../messages/compose.js';
import { INTERACTION_DEFAULT } from '../messages/mentions.js';
import type { MessageBody } from '../messages/message-body.js';
import type { StoredMessage } from '../messages/message-store.js';
import type { Platform } from '../platform.js';
import { permissionsIn } from '../world/world.js';
import type { InteractionRecord } from './interaction-store.js';
import { isOnlyUserInstalled } from './owners.js';

/** How a response to an interaction is made. */
export interface ReplyParts {
  body: MessageBody;
  attachments: APIAttachment[];
  isEphemeral: boolean;
  isThinking?: boolean;
  /** True for what comes after the first response; it shows as a reply to it. */
  isFollowUp?: boolean;
}

/** Makes the message that responds to an interaction; nothing is stored or sent. */
export function composeReply(
  platform: Platform,
  record: InteractionRecord,
  parts: ReplyParts,
): StoredMessage {
  const { world, messages } = platform;
  const isEphemeral = parts.isEphemeral || isHidden(platform, record);
  const repliesTo = parts.isFollowUp === true ? record.originalMessageId : record.sourceMessageId;
  const isCommand = record.type === InteractionType.ApplicationCommand;
  const commandType =
    record.commandType === ApplicationCommandType.ChatInput
      ? MessageType.ChatInputCommand
      : MessageType.ContextMenuCommand;
  const stored = composeMessage(platform, {
    place: world.place(record.channelId),
    author: world.bot,
    body: parts.body,
    attachments: parts.attachments,
    referenced: repliesTo === undefined ? undefined : messages.find(repliesTo),
    defaultMentions: INTERACTION_DEFAULT,
    ...(isCommand && parts.isFollowUp !== true ? { type: commandType } : {}),
    visibleTo: isEphemeral ? record.userId : undefined,
    isThinking: parts.isThinking ?? false,
    interaction: interactionMetadata(platform, record),
  });
  if (isCommand && parts.isFollowUp !== true && record.commandName !== undefined) {
    // Deprecated, but Discord still sends it, and only it tells the command's name.
    const { user } = world.person(record.userId);
    stored.message.interaction = { id: record.id, type: record.type, name: record.commandName, user };
  }
  return stored;
}

/**
 * Whether a response is shown to its user alone whatever it asks for: of an application that only they have installed,
 * in a server where they may not use external apps. https://discord.com/developers/docs/topics/permissions
 */
function isHidden({ world }: Platform, { owners, channelId, userId }: InteractionRecord): boolean {
  const place = world.place(channelId);
  if (place.guildId === undefined || !isOnlyUserInstalled(owners)) return false;
  return (permissionsIn(world, place, userId) & PermissionFlagsBits.UseExternalApps) === 0n;
}

function interactionMetadata(
  platform: Platform,
  record: InteractionRecord,
): APIMessage['interaction_metadata'] {
  const common = {
    id: record.id,
    user: platform.world.person(record.userId).user,
    authorizing_integration_owners: record.owners,
  };
  if (record.type === InteractionType.MessageComponent) {
    return { ...common, type: record.type, interacted_message_id: record.sourceMessageId ?? '0' };
  }
  return { ...common, type: InteractionType.ApplicationCommand };
}
