import { MessageFlags, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { followUpChecks, followUpEditChecks } from '../checks/request-checks.js';
import { checkOutcome } from '../checks/shown-checks.js';
import type { InteractionRecord } from '../interactions/interaction-store.js';
import { isOnlyUserInstalled } from '../interactions/owners.js';
import { composeReply } from '../interactions/reply-message.js';
import { hasSubstance } from '../messages/compose.js';
import { messageBodySchema } from '../messages/message-body.js';
import type { StoredMessage } from '../messages/message-store.js';
import { publishMessage, removeMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import {
  type Answer,
  emptyMessage,
  noContent,
  ok,
  refuseBreach,
  refuseForm,
  unknownChannel,
  unknownMessage,
  unknownWebhook,
} from './answer.js';
import { isPlaceThere } from './interaction-routes.js';
import { changeMessage } from './message-routes.js';
import type { RestRequest, Route } from './route.js';
import { takeUploads } from './uploads.js';

/** Follow-ups of an interaction if the application is not installed in the server. */
const USER_INSTALLED_FOLLOW_UPS = 5;

const MESSAGE_PATH = '/webhooks/:application/:token/messages/:message';

/** What comes after the first response: follow-ups, and getting, editing and deleting the interaction's messages. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    isPublic: true,
    checks: followUpChecks,
    handle: (platform, request) =>
      withToken(platform, request, (record) => followUp(platform, request, record)),
  },
  {
    method: 'GET',
    path: MESSAGE_PATH,
    isPublic: true,
    handle: (platform, request) =>
      onOwnMessage(platform, request, (stored) => ok(platform.attachments.refresh(stored.message))),
  },
  {
    method: 'PATCH',
    path: MESSAGE_PATH,
    isPublic: true,
    checks: followUpEditChecks,
    handle: (platform, request) =>
      onOwnMessage(platform, request, (stored) =>
        changeMessage(platform, request, stored, messageBodySchema.parse(request.body ?? {})),
      ),
  },
  {
    method: 'DELETE',
    path: MESSAGE_PATH,
    isPublic: true,
    handle: (platform, request) =>
      onOwnMessage(platform, request, (stored) => {
        removeMessage(platform, stored);
        return noContent();
      }),
  },
];

/** The interaction of a token that is alive and acknowledged. */
function withToken(
  platform: Platform,
  request: RestRequest,
  handle: (record: InteractionRecord) => Answer,
): Answer {
  const record = platform.interactions.findByToken(request.params.token ?? '');
  if (record === undefined || request.params.application !== platform.world.applicationId)
    return unknownWebhook();
  if (Date.now() - record.startedAt > platform.settings.timing.tokenMs) {
    const code = RESTJSONErrorCodes.InvalidWebhookToken;
    return refuseBreach('token-life', 401, code, 'Invalid Webhook Token');
  }
  if (record.acknowledgement === undefined || record.acknowledgement.kind === 'missed') {
    const code = RESTJSONErrorCodes.UnknownWebhook;
    return refuseBreach('acknowledge-first', 404, code, 'Unknown Webhook');
  }
  return isPlaceThere(platform, record) ? handle(record) : unknownChannel();
}

function onOwnMessage(
  platform: Platform,
  request: RestRequest,
  handle: (stored: StoredMessage) => Answer,
): Answer {
  return withToken(platform, request, (record) => {
    const named = request.params.message ?? '';
    const id = named === '@original' ? record.originalMessageId : named;
    const isOwn = id === record.originalMessageId || record.followUpIds.includes(id ?? '');
    const stored = id === undefined || !isOwn ? undefined : platform.messages.find(id);
    return stored === undefined ? unknownMessage() : handle(stored);
  });
}

function followUp(platform: Platform, request: RestRequest, record: InteractionRecord): Answer {
  const body = messageBodySchema.parse(request.body ?? {});
  const original = platform.messages.find(record.originalMessageId ?? '');
  // The first follow-up after a deferral is its content, and the deferral alone decided whether it is ephemeral.
  if (original?.isThinking === true) return changeMessage(platform, request, original, body);
  if (isOnlyUserInstalled(record.owners) && record.followUpIds.length >= USER_INSTALLED_FOLLOW_UPS) {
    const message = 'Maximum number of follow up messages for this interaction reached.';
    return refuseBreach('follow-up-count', 400, 40094, message);
  }
  const taken = takeUploads(platform, request, body, record);
  if ('refusal' in taken) return taken.refusal;
  const stored = composeReply(platform, record, {
    body,
    attachments: taken.attachments,
    isEphemeral: ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    isFollowUp: true,
  });
  const wrong = checkOutcome({ body, message: stored.message, added: taken.attachments });
  if (wrong.length > 0) return refuseForm(wrong);
  if (!hasSubstance(stored.message)) return emptyMessage();
  record.followUpIds.push(stored.message.id);
  publishMessage(platform, stored);
  return ok(stored.message);
}
