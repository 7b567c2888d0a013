import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { callbackChecks } from '../checks/request-checks.js';
import { checkOutcome } from '../checks/shown-checks.js';
import { violation } from '../checks/violation.js';
import type { Acknowledgement } from '../driver/pending-interaction.js';
import type { InteractionRecord } from '../interactions/interaction-store.js';
import { composeReply } from '../interactions/reply-message.js';
import { hasSubstance } from '../messages/compose.js';
import { messageBodySchema } from '../messages/message-body.js';
import type { StoredMessage } from '../messages/message-store.js';
import { publishMessage } from '../messages/publish.js';
import type { Platform } from '../platform.js';
import {
  type Answer,
  emptyMessage,
  noContent,
  ok,
  refuseBreach,
  refuseForm,
  unknownChannel,
} from './answer.js';
import { changeMessage } from './message-routes.js';
import type { RestRequest, Route } from './route.js';
import { takeUploads } from './uploads.js';

/** The first response to an interaction. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    isPublic: true,
    checks: callbackChecks,
    handle(platform, request) {
      const record = platform.interactions.findById(request.params.interaction ?? '');
      if (record === undefined || record.token !== request.params.token || isTooLate(platform, record)) {
        return refuseBreach(
          'acknowledge-in-time',
          404,
          RESTJSONErrorCodes.UnknownInteraction,
          'Unknown interaction',
        );
      }
      if (record.acknowledgement !== undefined) {
        const message = 'Interaction has already been acknowledged.';
        return refuseBreach(
          'acknowledge-once',
          400,
          RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
          message,
        );
      }
      if (!isPlaceThere(platform, record)) return unknownChannel();
      return acknowledge(platform, request, record);
    },
  },
];

/** The response types that each kind of interaction takes; those to a component's message need the component. */
function isFitting(record: InteractionRecord, type: InteractionResponseType): boolean {
  switch (type) {
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return record.type === InteractionType.ApplicationCommandAutocomplete;
    case InteractionResponseType.UpdateMessage:
    case InteractionResponseType.DeferredMessageUpdate:
      return record.sourceMessageId !== undefined;
    case InteractionResponseType.Modal:
      return (
        record.type === InteractionType.ApplicationCommand || record.type === InteractionType.MessageComponent
      );
    default:
      return record.type !== InteractionType.ApplicationCommandAutocomplete;
  }
}

const callbackSchema = z.object({ type: z.enum(InteractionResponseType), data: z.unknown().optional() });
const choicesSchema = z.object({
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
});
const modalSchema = z.custom<APIModalInteractionResponseCallbackData>((value) => typeof value === 'object');

function isTooLate(platform: Platform, record: InteractionRecord): boolean {
  if (record.acknowledgement?.kind === 'missed') return true;
  return (
    record.acknowledgement === undefined &&
    Date.now() - record.startedAt > platform.settings.timing.acknowledgeMs
  );
}

/** False once the channel of an interaction has been deleted. */
export function isPlaceThere({ world }: Platform, { channelId }: InteractionRecord): boolean {
  return world.places().some(({ id }) => id === channelId);
}

function acknowledge(platform: Platform, request: RestRequest, record: InteractionRecord): Answer {
  const { type, data } = callbackSchema.parse(request.body);
  if (!isFitting(record, type)) {
    const message = 'This response does not fit the kind of interaction.';
    return refuseForm([violation('callback-fit', ['type'], 'BASE_TYPE_CHOICES', message)]);
  }
  switch (type) {
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return settle(platform, request, record, {
        kind: 'choices',
        choices: choicesSchema.parse(data).choices ?? [],
      });
    case InteractionResponseType.Modal:
      return settle(platform, request, record, { kind: 'modal', modal: modalSchema.parse(data) });
    case InteractionResponseType.DeferredMessageUpdate:
      record.originalMessageId = record.sourceMessageId;
      return settle(platform, request, record, { kind: 'deferred-update' });
    case InteractionResponseType.UpdateMessage:
      return update(platform, request, record, data);
    default:
      return reply(platform, request, record, {
        data,
        isDeferred: type !== InteractionResponseType.ChannelMessageWithSource,
      });
  }
}

function reply(
  platform: Platform,
  request: RestRequest,
  record: InteractionRecord,
  { data, isDeferred }: { data: unknown; isDeferred: boolean },
): Answer {
  const body = messageBodySchema.parse(data ?? {});
  const isEphemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const taken = takeUploads(platform, request, isDeferred ? {} : body, record);
  if ('refusal' in taken) return taken.refusal;
  const stored = composeReply(platform, record, {
    // A deferred reply takes its flags alone.
    body: isDeferred ? { flags: body.flags } : body,
    attachments: taken.attachments,
    isEphemeral,
    isThinking: isDeferred,
  });
  const wrong = isDeferred ? [] : checkOutcome({ body, message: stored.message, added: taken.attachments });
  if (wrong.length > 0) return refuseForm(wrong);
  if (!isDeferred && !hasSubstance(stored.message)) return emptyMessage();
  record.originalMessageId = stored.message.id;
  publishMessage(platform, stored);
  const acknowledgement: Acknowledgement = isDeferred
    ? { kind: 'deferred', isEphemeral: stored.visibleTo !== undefined }
    : { kind: 'reply', message: structuredClone(stored.message) };
  return settle(platform, request, record, acknowledgement, stored);
}

function update(platform: Platform, request: RestRequest, record: InteractionRecord, data: unknown): Answer {
  const stored = platform.messages.find(record.sourceMessageId ?? '');
  if (stored === undefined) {
    return refuseBreach('unknown-message', 404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message');
  }
  const answer = changeMessage(platform, request, stored, messageBodySchema.parse(data ?? {}));
  if (answer.status !== 200) return answer;
  record.originalMessageId = stored.message.id;
  return settle(
    platform,
    request,
    record,
    { kind: 'update', message: structuredClone(stored.message) },
    stored,
  );
}

/** Notes the acknowledgement and answers with the callback's resource when `with_response` asks for it. */
function settle(
  platform: Platform,
  { query }: RestRequest,
  record: InteractionRecord,
  acknowledgement: Acknowledgement,
  stored?: StoredMessage,
): Answer {
  record.acknowledgement = acknowledgement;
  platform.events.emit({ kind: 'acknowledged', interactionId: record.id, userId: record.userId });
  if (query.get('with_response') !== 'true') return noContent();
  const { guildId } = platform.world.place(record.channelId);
  const original = record.originalMessageId;
  return ok({
    interaction: {
      id: record.id,
      type: record.type,
      channel_id: record.channelId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
      ...(original === undefined
        ? {}
        : {
            response_message_id: original,
            response_message_loading: stored?.isThinking ?? false,
            response_message_ephemeral: platform.messages.find(original)?.visibleTo !== undefined,
          }),
    },
    ...(stored === undefined
      ? {}
      : {
          resource: {
            type:
              acknowledgement.kind === 'update'
                ? InteractionResponseType.UpdateMessage
                : callbackTypeOf(stored),
            message: stored.message,
          },
        }),
  });
}

function callbackTypeOf(stored: StoredMessage): InteractionResponseType {
  return stored.isThinking
    ? InteractionResponseType.DeferredChannelMessageWithSource
    : InteractionResponseType.ChannelMessageWithSource;
}
