import type { Command } from '../bot/command.js';
import type { BooleanOption } from '../bot/option.js';
import type { Visit } from './visit.js';

/** The option by which a user chooses who sees the reply. */
export const PRIVATE = 'private';

/** How that option is declared, beside those of the command. */
export const PRIVATE_OPTION: BooleanOption = {
  kind: 'boolean',
  description: 'Whether only you see the reply',
};

/** Whether the Discord side adds that option to a command: it is offered, and its reply is not private anyway. */
export function offersPrivacy({ isOffered, isPrivate }: Command): boolean {
  return isOffered && !isPrivate;
}

/** A user's options without that one, and what it says; null if it was not given. */
export function takePrivacy({ [PRIVATE]: given, ...options }: Readonly<Record<string, unknown>>): {
  readonly wanted: boolean | null;
  readonly options: Readonly<Record<string, unknown>>;
} {
  return { wanted: typeof given === 'boolean' ? given : null, options };
}

/** Whether only its user sees a reply: always for a private command, else as its user asked for, else as the server has it. */
export function isReplyPrivate(
  { command, visit }: { readonly command: Command; readonly visit: Visit },
  wanted: boolean | null,
): boolean {
  return command.isPrivate || (wanted ?? visit.server?.areRepliesPrivate ?? false);
}
