import { PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { messageCreateChecks, messageEditChecks } from '../checks/request-checks.js';
import { checkOutcome } from '../checks/shown-checks.js';
import { violation } from '../checks/violation.js';
import { redactMessage } from '../gateway/redaction.js';
import { applyEdit, composeMessage, hasSubstance } from '../messages/compose.js';
import { type MessageBody, messageBodySchema } from '../messages/message-body.js';
import type { StoredMessage } from '../messages/message-store.js';
import { publishChange, publishMessage, removeMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import type { Place } from '../world/world.js';
import {
  type Answer,
  emptyMessage,
  missingPermissions,
  noContent,
  ok,
  refuse,
  refuseBreach,
  refuseForm,
} from './answer.js';
import { atMessage, atPlace, botMay } from './named-in-path.js';
import type { RestRequest, Route } from './route.js';
import { takeUploads } from './uploads.js';

/** For how long a nonce is known: "the past few minutes" (https://discord.com/developers/docs/resources/message#create-message). */
const NONCE_MS = 5 * 60_000;

/** Messages of channels: create, edit, get, list, delete, and typing. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    checks: messageCreateChecks,
    handle: atPlace(createMessage),
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle: atPlace(listMessages),
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: atMessage((platform, _request, stored, place) =>
      botMay(platform, place, PermissionFlagsBits.ReadMessageHistory)
        ? ok(readable(platform, stored))
        : missingPermissions(),
    ),
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    checks: messageEditChecks,
    handle: atMessage(editMessage),
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: atMessage((platform, _request, stored, place) => {
      const isOwn = stored.message.author.id === platform.world.bot.id;
      if (!isOwn && !botMay(platform, place, PermissionFlagsBits.ManageMessages)) return missingPermissions();
      removeMessage(platform, stored);
      return noContent();
    }),
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    handle: atPlace((platform, _request, place) => {
      platform.events.emit({ kind: 'typing', channelId: place.id, userId: platform.world.bot.id });
      return noContent();
    }),
  },
];

/** The message as REST gives it to the bot: without the message-content intent it is emptied like the gateway's. */
function readable(platform: Platform, stored: StoredMessage): StoredMessage['message'] {
  const { world, settings } = platform;
  const message = platform.attachments.refresh(stored.message);
  if (settings.privilegedIntents.includes('MessageContent')) return message;
  const isDirect = world.place(message.channel_id).guildId === undefined;
  return redactMessage(message, world.bot.id, isDirect);
}

function createMessage(platform: Platform, request: RestRequest, place: Place): Answer {
  const needed =
    place.kind === 'thread' ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!botMay(platform, place, needed)) return missingPermissions();
  const body = messageBodySchema.parse(request.body ?? {});
  const again = findSameNonce(platform, place, body);
  if (again !== undefined) return ok(again.message);
  const reference = body.message_reference ?? undefined;
  if (reference !== undefined && !botMay(platform, place, PermissionFlagsBits.ReadMessageHistory)) {
    const code = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
    const message = 'Cannot reply without permission to read message history';
    return refuseBreach('reply-history', 403, code, message);
  }
  const referenced = reference === undefined ? undefined : platform.messages.find(reference.message_id);
  const isReferenceGone =
    reference !== undefined &&
    (referenced === undefined ||
      referenced.message.channel_id !== place.id ||
      referenced.visibleTo !== undefined);
  if (isReferenceGone && reference.fail_if_not_exists !== false) {
    const path = ['message_reference'];
    const { violations: _, ...answer } = refuseForm([
      violation('unknown-reference', path, 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message'),
    ]);
    // The message may have been deleted meanwhile, so this is no breach of the bot's.
    return answer;
  }
  const taken = takeUploads(platform, request, body, { channelId: place.id });
  if ('refusal' in taken) return taken.refusal;
  const stored = composeMessage(platform, {
    place,
    author: platform.world.bot,
    body,
    attachments: taken.attachments,
    referenced: isReferenceGone ? undefined : referenced,
  });
  const wrong = checkOutcome({ body, message: stored.message, added: taken.attachments });
  if (wrong.length > 0) return refuseForm(wrong);
  if (!hasSubstance(stored.message)) return emptyMessage();
  publishMessage(platform, stored);
  return ok(stored.message);
}

/** The message that a request was made for before, if it says by `enforce_nonce` that it may be the same once more. */
function findSameNonce(
  { messages, world }: Platform,
  place: Place,
  { nonce, enforce_nonce: isEnforced }: MessageBody,
): StoredMessage | undefined {
  if (isEnforced !== true || nonce === undefined || nonce === null) return undefined;
  return messages
    .inChannel(place.id)
    .findLast(
      ({ message }) =>
        message.author.id === world.bot.id &&
        String(message.nonce) === String(nonce) &&
        Date.now() - Date.parse(message.timestamp) < NONCE_MS,
    );
}

function editMessage(platform: Platform, request: RestRequest, stored: StoredMessage): Answer {
  if (stored.message.author.id !== platform.world.bot.id) {
    return refuse(403, 50005, 'Cannot edit a message authored by another user');
  }
  const body = messageBodySchema.parse(request.body ?? {});
  return changeMessage(platform, request, stored, body);
}

/** Applies an edit to one of the bot's messages; refused when nothing would be left of it. */
export function changeMessage(
  platform: Platform,
  request: RestRequest,
  stored: StoredMessage,
  body: ReturnType<typeof messageBodySchema.parse>,
): Answer {
  const taken = takeUploads(platform, request, body, {
    channelId: stored.message.channel_id,
    kept: stored.message.attachments,
  });
  if ('refusal' in taken) return taken.refusal;
  const draft: StoredMessage = { ...stored, message: { ...stored.message } };
  applyEdit(draft, body, taken.attachments);
  const wrong = checkOutcome({
    body,
    message: draft.message,
    added: taken.attachments,
    before: stored.message,
  });
  if (wrong.length > 0) return refuseForm(wrong);
  if (!hasSubstance(draft.message)) return emptyMessage();
  Object.assign(stored, draft);
  publishChange(platform, stored);
  return ok(stored.message);
}

function listMessages(platform: Platform, { query }: RestRequest, place: Place): Answer {
  if (!botMay(platform, place, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    return refuseForm([violation('list-limit', ['limit'], 'NUMBER_TYPE_MAX', message)]);
  }
  const before = query.get('before');
  const after = query.get('after');
  const around = query.get('around');
  let visible = platform.messages.inChannel(place.id).filter(({ visibleTo }) => visibleTo === undefined);
  if (before !== null) visible = visible.filter(({ message }) => BigInt(message.id) < BigInt(before));
  if (after !== null) visible = visible.filter(({ message }) => BigInt(message.id) > BigInt(after));
  if (around !== null) {
    const at = visible.findIndex(({ message }) => BigInt(message.id) >= BigInt(around));
    visible = visible.slice(Math.max(0, at - Math.floor(limit / 2)), at + Math.ceil(limit / 2));
  }
  const page = after === null ? visible.slice(-limit) : visible.slice(0, limit);
  return ok(page.reverse().map((stored) => readable(platform, stored)));
}
