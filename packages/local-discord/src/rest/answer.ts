import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { toErrorTree, type Violation } from '../checks/violation.js';

/** What a REST request is answered with. */
export interface Answer {
  status: number;
  /** The JSON body; none for 204. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Breaches of Discord's rules that the answer is about. */
  violations?: readonly Violation[];
}

/** 200 with a body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 204. */
export function noContent(): Answer {
  return { status: 204 };
}

/** A refusal with one of Discord's JSON codes. */
export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

/** A refusal that is the bot's own fault: the breach is recorded under a rule's name. */
export function refuseBreach(rule: string, status: number, code: number, message: string): Answer {
  return { ...refuse(status, code, message), violations: [{ rule, path: [], code: String(code), message }] };
}

/** 400 Invalid Form Body with the path of every field at fault. */
export function refuseForm(violations: readonly Violation[]): Answer {
  return {
    status: 400,
    body: {
      message: 'Invalid Form Body',
      code: RESTJSONErrorCodes.InvalidFormBodyOrContentType,
      errors: toErrorTree(violations),
    },
    violations,
  };
}

/** Refusals in Discord’s own codes and words. */
export const unauthorized = () => refuse(401, 0, '401: Unauthorized');
export const unknownChannel = () => refuse(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel');
export const unknownGuild = () => refuse(404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild');
export const unknownMessage = () => refuse(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message');
export const unknownUser = () => refuse(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User');
export const unknownMember = () => refuse(404, RESTJSONErrorCodes.UnknownMember, 'Unknown Member');
export const unknownWebhook = () => refuse(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook');
export const missingAccess = () => refuse(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access');
export const missingPermissions = () =>
  refuse(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions');

/** A message with nothing in it. */
export function emptyMessage(): Answer {
  return refuseBreach(
    'empty-message',
    400,
    RESTJSONErrorCodes.CannotSendAnEmptyMessage,
    'Cannot send an empty message',
  );
}
