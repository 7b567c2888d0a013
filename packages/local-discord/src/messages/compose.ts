import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  ComponentType,
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { childrenOf, walk } from '../checks/component-tree.js';
import type { Platform } from '../platform.js';
import type { Place } from '../world/world.js';
import { findMentions, MESSAGE_DEFAULT } from './mentions.js';
import type { AllowedMentions, MessageBody } from './message-body.js';
import type { StoredMessage } from './message-store.js';
import { resolveFiles } from './shown-files.js';

/** What a message is made of beside its request. */
export interface MessageParts {
  place: Place;
  author: APIUser;
  body: MessageBody;
  attachments: APIAttachment[];
  /** The message replied to. */
  referenced?: StoredMessage | undefined;
  /** The message that it forwards. */
  forwarded?: StoredMessage | undefined;
  /** Default: everything is parsed, as in ordinary messages. */
  defaultMentions?: AllowedMentions;
  type?: MessageType;
  visibleTo?: string | undefined;
  isThinking?: boolean;
  interaction?: APIMessage['interaction_metadata'] | undefined;
}

/** Flags that a message keeps from its request; the rest are Discord's own to set. */
const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Makes the message that a request asks for, as the API would give it back; nothing is stored or sent. */
export function composeMessage(platform: Platform, parts: MessageParts): StoredMessage {
  const { place, author, body, referenced } = parts;
  const content = body.content ?? '';
  const mentions = findMentions(platform.world, place, [content, ...listTexts(body)].join('\n'), {
    allowed: body.allowed_mentions ?? parts.defaultMentions ?? MESSAGE_DEFAULT,
    repliedTo: referenced?.message.author,
  });
  const flags =
    ((body.flags ?? 0) & KEPT_FLAGS) |
    (parts.visibleTo === undefined ? 0 : MessageFlags.Ephemeral) |
    (parts.isThinking === true ? MessageFlags.Loading : 0);
  const message: APIMessage = {
    id: platform.ids.next(),
    channel_id: place.id,
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    mention_everyone: mentions.isEveryone,
    mentions: mentions.users,
    mention_roles: mentions.roleIds,
    attachments: parts.attachments,
    embeds: toEmbeds(body.embeds),
    components: numberComponents(resolveFiles(body.components ?? [], parts.attachments)),
    pinned: false,
    type: parts.type ?? (referenced === undefined ? MessageType.Default : MessageType.Reply),
    flags,
  };
  if (body.nonce !== undefined && body.nonce !== null) message.nonce = body.nonce;
  if (author.id === platform.world.bot.id) message.application_id = platform.world.applicationId;
  if (parts.interaction !== undefined) {
    message.interaction_metadata = parts.interaction;
    message.webhook_id = platform.world.applicationId;
  }
  if (referenced !== undefined) {
    message.message_reference = {
      type: MessageReferenceType.Default,
      message_id: referenced.message.id,
      channel_id: place.id,
      ...(place.guildId === undefined ? {} : { guild_id: place.guildId }),
    };
    const { referenced_message: _, ...flat } = referenced.message;
    message.referenced_message = flat;
  }
  if (parts.forwarded !== undefined)
    Object.assign(message, forward(platform, parts.forwarded.message, flags));
  return {
    message,
    visibleTo: parts.visibleTo,
    isThinking: parts.isThinking ?? false,
    // Nobody but its reader can be notified of an ephemeral message.
    pinged: mentions.pinged.filter(
      (id) => id !== author.id && (parts.visibleTo === undefined || parts.visibleTo === id),
    ),
  };
}

/**
 * What a message that forwards another has of it: a copy of what it shows, which stays as it is, and where it is.
 * Source: https://discord.com/developers/docs/resources/message#message-snapshot-object
 */
function forward(
  platform: Platform,
  { id, channel_id, type, content, embeds, attachments, timestamp, edited_timestamp, ...rest }: APIMessage,
  flags: MessageFlags,
): Pick<APIMessage, 'flags' | 'message_reference' | 'message_snapshots'> {
  const { guildId } = platform.world.place(channel_id);
  const { mentions, mention_roles, components = [] } = rest;
  const copy = {
    type,
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    mentions,
    mention_roles,
    components,
  };
  return {
    flags: flags | MessageFlags.HasSnapshot,
    message_reference: {
      type: MessageReferenceType.Forward,
      message_id: id,
      channel_id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    message_snapshots: [{ message: structuredClone(copy) }],
  };
}

/** Applies an edit to a stored message: fields left out stay, null empties them. Edits notify nobody. */
export function applyEdit(stored: StoredMessage, body: MessageBody, added: readonly APIAttachment[]): void {
  const { message } = stored;
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = toEmbeds(body.embeds);
  if (body.attachments !== undefined && body.attachments !== null) {
    const kept = new Set(body.attachments.map(({ id }) => id));
    message.attachments = message.attachments.filter(({ id }) => kept.has(id));
  }
  message.attachments = [...message.attachments, ...added];
  if (body.components !== undefined)
    message.components = numberComponents(resolveFiles(body.components ?? [], message.attachments));
  if (body.flags !== undefined && body.flags !== null) {
    const flags = message.flags ?? 0;
    message.flags = (flags & ~(KEPT_FLAGS & ~MessageFlags.IsComponentsV2)) | (body.flags & KEPT_FLAGS);
  }
  message.flags = (message.flags ?? 0) & ~MessageFlags.Loading;
  // A deferred reply's first content is not an edit in the reader's eyes.
  if (!stored.isThinking) message.edited_timestamp = new Date().toISOString();
  stored.isThinking = false;
}

/** True when a message has something to show. */
export function hasSubstance(
  message: Pick<APIMessage, 'content' | 'embeds' | 'attachments' | 'components'>,
): boolean {
  return (
    message.content.trim() !== '' ||
    message.embeds.length > 0 ||
    message.attachments.length > 0 ||
    (message.components?.length ?? 0) > 0
  );
}

function toEmbeds(embeds: MessageBody['embeds']): APIEmbed[] {
  return (embeds ?? []).map((embed) => ({ ...embed, type: EmbedType.Rich }));
}

/** What the text displays of a message say. */
function listTexts(body: MessageBody): string[] {
  return childrenOf(body, [])
    .flatMap(walk)
    .flatMap(({ component: { type, content } }) =>
      type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : [],
    );
}

/** Gives every component an id that no other has, counted from 1 through the message, if the request left it out. */
function numberComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const taken = new Set(
    childrenOf({ components }, [])
      .flatMap(walk)
      .map(({ component: { id } }) => id),
  );
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const isComponent = 'type' in value && typeof value.type === 'number';
    const isNumbered = 'id' in value && typeof value.id === 'number' && value.id > 0;
    const id = isComponent && !isNumbered ? [['id', nextId()] as const] : [];
    return Object.fromEntries([
      ...entries.map(([key, inner]) => [
        key,
        key === 'components' || key === 'accessory' ? number(inner) : inner,
      ]),
      ...id,
    ]);
  };
  return structuredClone([...components]).map((component) => Object.assign(component, number(component)));
}
