import type { Command } from '../command.js';
import type { BooleanOption } from '../option.js';

/** The option by which a user chooses who sees the reply. */
export const PRIVATE = 'private';

export const PRIVATE_OPTION: BooleanOption = {
  kind: 'boolean',
  description: 'Whether only you see the reply',
};

/** Whether the Discord side adds that option to a command: it is offered, and its reply is not private anyway. */
export function offersPrivacy({ isOffered, isPrivate, options }: Command): boolean {
  return isOffered && !isPrivate && !(PRIVATE in options);
}

/** A user's options without that one, and what it says; null where it was not given. */
export function takePrivacy(
  command: Command,
  options: Readonly<Record<string, unknown>>,
): { readonly wanted: boolean | null; readonly rest: Readonly<Record<string, unknown>> } {
  if (!offersPrivacy(command)) return { wanted: null, rest: options };
  const { [PRIVATE]: given, ...rest } = options;
  return { wanted: typeof given === 'boolean' ? given : null, rest };
}

/** Whether only its user sees a reply: always for a private command, else as its user asked for, else as the server has it. */
export function isReplyPrivate(
  { isPrivate }: Pick<Command, 'isPrivate'>,
  wanted: boolean | null,
  areRepliesPrivate: boolean,
): boolean {
  return isPrivate || (wanted ?? areRepliesPrivate);
}
