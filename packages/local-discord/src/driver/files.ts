import type { APIAttachment } from 'discord-api-types/v10';
import type { Platform } from '../platform.js';
import { UPLOAD_BYTES } from '../rest/uploads.js';
import type { FileSeed } from './actor.js';

/** How large a file may be, as a refusal says it. */
export const LARGEST_FILE = `files of at most ${UPLOAD_BYTES / 1024 / 1024} MiB`;

/** Whether a client would not upload a file. */
export function isTooLarge({ content }: FileSeed): boolean {
  return Buffer.byteLength(content) > UPLOAD_BYTES;
}

/** Stores a file that a user attaches to a message of this channel, or else to an option or a modal. */
export function storeFile(
  platform: Platform,
  { name, content, contentType }: FileSeed,
  channelId?: string,
): APIAttachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { name, bytes, contentType: contentType ?? 'text/plain; charset=utf-8' };
  return platform.attachments.add(file, channelId);
}
