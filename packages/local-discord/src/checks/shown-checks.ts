import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { MessageBody } from '../messages/message-body.js';
import { listReferences } from '../messages/shown-files.js';
import { COMPONENTS_V2, findLegacy } from './version-checks.js';
import { type Violation, violation } from './violation.js';

/** A message as a request would leave it. */
export interface Outcome {
  readonly body: MessageBody;
  readonly message: Pick<APIMessage, 'content' | 'embeds' | 'attachments' | 'flags'>;
  /** The files that come with the request. */
  readonly added: readonly APIAttachment[];
  /** The message before an edit. */
  readonly before?: Pick<APIMessage, 'flags'>;
}

/**
 * What only the message tells that a request makes or changes: a flag that cannot be taken back, text and embeds that
 * the edit to IS_COMPONENTS_V2 has not emptied, files that nothing shows, and names of files that are not there.
 */
export function checkOutcome({ body, message, added, before }: Outcome): Violation[] {
  const isFlagged = ((message.flags ?? 0) & COMPONENTS_V2) !== 0;
  const isTakenBack =
    ((before?.flags ?? 0) & COMPONENTS_V2) !== 0 &&
    typeof body.flags === 'number' &&
    (body.flags & COMPONENTS_V2) === 0;
  const references = listReferences(body);
  const unshown = isFlagged
    ? added.filter(({ filename }) => !references.some(({ name }) => name === filename))
    : [];
  const missing = references.filter(
    ({ name }) => !message.attachments.some(({ filename }) => filename === name),
  );
  return [
    ...(isTakenBack
      ? [violation('components-v2-kept', ['flags'], 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', KEPT)]
      : []),
    ...(isFlagged ? findLegacy({ content: message.content, embeds: message.embeds }) : []),
    ...unshown.map(({ filename }) =>
      violation('file-unshown', ['attachments'], 'ATTACHMENT_NOT_SHOWN', `No component shows “${filename}”.`),
    ),
    ...missing.map(({ name, placed }) =>
      violation('file-reference', placed.path, 'ATTACHMENT_NOT_FOUND', `No file “${name}” comes with it.`),
    ),
  ];
}

const KEPT = 'The flag IS_COMPONENTS_V2 cannot be removed from a message.';
