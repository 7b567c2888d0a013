import type { APIAttachment } from 'discord-api-types/v10';
import { violation } from '../checks/violation.js';
import type { MessageBody } from '../messages/message-body.js';
import type { Platform } from '../platform.js';
import { type Answer, refuse, refuseForm } from './answer.js';
import type { RestRequest } from './route.js';

/** Bytes of all files of a message, for bots in servers without boosts: https://discord.com/developers/docs/reference#uploading-files. */
export const UPLOAD_BYTES = 10 * 1024 * 1024;

/** Files of a message. */
const MAX_FILES = 10;

/** Where the files of a request go. */
export interface UploadPlace {
  channelId: string;
  /** The message's files so far, when it is edited. */
  kept?: readonly APIAttachment[];
}

/** Stores a request's files; a refusal when they are too many or too large, or a listed file is missing. */
export function takeUploads(
  platform: Platform,
  { files }: RestRequest,
  body: MessageBody,
  { channelId, kept = [] }: UploadPlace,
): { attachments: APIAttachment[] } | { refusal: Answer } {
  const size = [...files.values()].reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (size > UPLOAD_BYTES) return { refusal: refuse(413, 40005, 'Request entity too large') };
  if (files.size + kept.length > MAX_FILES) {
    const message = `Must be ${MAX_FILES} or fewer in length.`;
    return {
      refusal: refuseForm([violation('file-count', ['attachments'], 'BASE_TYPE_MAX_LENGTH', message)]),
    };
  }
  const missing = (body.attachments ?? []).filter(
    ({ id }) => !files.has(id) && !kept.some((known) => known.id === id),
  );
  if (missing.length > 0) {
    const message = `No file was uploaded for the attachment ${missing.map(({ id }) => id).join(', ')}.`;
    return {
      refusal: refuseForm([violation('file-missing', ['attachments'], 'ATTACHMENT_NOT_FOUND', message)]),
    };
  }
  const attachments = [...files].map(([index, file]) => {
    const told = body.attachments?.find(({ id }) => id === index);
    const named = { name: told?.filename ?? file.name, description: told?.description ?? undefined };
    return platform.attachments.add({ ...file, ...named }, channelId);
  });
  return { attachments };
}
