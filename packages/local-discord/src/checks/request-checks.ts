import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType } from 'discord-api-types/v10';
import { autocompleteChoices } from './choice-checks.js';
import { messageComponents } from './component-checks.js';
import { isRecord } from './component-tree.js';
import { embedSubstance, embedTotal } from './embed-checks.js';
import { allowedMentions, contentLength, createFlagsCheck } from './message-checks.js';
import { modal } from './modal-checks.js';
import { createSchemaCheck } from './schema-check.js';
import { type Check, violation } from './violation.js';

const MESSAGE_CHECKS = [contentLength, embedTotal, embedSubstance, messageComponents, allowedMentions];

/** The same check over the `data` of an interaction callback, its paths led by `data`. */
function underData(check: Check): Check {
  return {
    name: check.name,
    find(body) {
      const data = isRecord(body) ? body.data : undefined;
      return check.find(data).map((found) => ({ ...found, path: ['data', ...found.path] }));
    },
  };
}

/** For a message in a channel. */
export const messageCreateChecks: readonly Check[] = [
  createSchemaCheck('MessageCreateRequest', MessageCreateRequestSchema),
  createFlagsCheck(false),
  ...MESSAGE_CHECKS,
];

/** For the edit of one. */
export const messageEditChecks: readonly Check[] = [
  createSchemaCheck('MessageEditRequest', MessageEditRequestPartialSchema),
  createFlagsCheck(false),
  ...MESSAGE_CHECKS,
];

/** For a follow-up to an interaction. */
export const followUpChecks: readonly Check[] = [
  createSchemaCheck('IncomingWebhookRequest', IncomingWebhookRequestPartialSchema),
  createFlagsCheck(true),
  ...MESSAGE_CHECKS,
];

/** For the edit of one, or of the first reply. */
export const followUpEditChecks: readonly Check[] = [
  createSchemaCheck('IncomingWebhookUpdateRequest', IncomingWebhookUpdateRequestPartialSchema),
  createFlagsCheck(true),
  ...MESSAGE_CHECKS,
];

/** For opening direct messages. */
export const directChannelChecks: readonly Check[] = [
  createSchemaCheck('CreatePrivateChannelRequest', CreatePrivateChannelRequestSchema),
];

/** For a thread that starts from a message. */
export const threadFromMessageChecks: readonly Check[] = [
  createSchemaCheck('CreateTextThreadWithMessageRequest', CreateTextThreadWithMessageRequestSchema),
];

/** For a thread by itself. */
export const threadChecks: readonly Check[] = [
  createSchemaCheck('CreateTextThreadWithoutMessageRequest', CreateTextThreadWithoutMessageRequestSchema),
];

const REPLY_CHECKS = [
  createSchemaCheck('CreateMessageInteractionCallbackRequest', CreateMessageInteractionCallbackRequestSchema),
  ...[createFlagsCheck(true), ...MESSAGE_CHECKS].map(underData),
];
const UPDATE_CHECKS = [
  createSchemaCheck('UpdateMessageInteractionCallbackRequest', UpdateMessageInteractionCallbackRequestSchema),
  ...[createFlagsCheck(true), ...MESSAGE_CHECKS].map(underData),
];
const AUTOCOMPLETE_CHECKS = [
  createSchemaCheck(
    'ApplicationCommandAutocompleteCallbackRequest',
    ApplicationCommandAutocompleteCallbackRequestSchema,
  ),
  underData(autocompleteChoices),
];
const MODAL_CHECKS = [
  createSchemaCheck('ModalInteractionCallbackRequest', ModalInteractionCallbackRequestSchema),
  modal,
];

const callbackType: Check = {
  name: 'callback-type',
  find() {
    const message =
      'Value is not one of the interaction callback types that the local Discord serves: 4 to 9.';
    return [violation('callback-type', ['type'], 'BASE_TYPE_CHOICES', message)];
  },
};

/** The checks of an interaction callback, by its `type`. */
export function callbackChecks(body: unknown): readonly Check[] {
  switch (isRecord(body) ? body.type : undefined) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return REPLY_CHECKS;
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      return UPDATE_CHECKS;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return AUTOCOMPLETE_CHECKS;
    case InteractionResponseType.Modal:
      return MODAL_CHECKS;
    default:
      return [callbackType];
  }
}
