import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { APIAttachment, APIMessage } from 'discord-api-types/v10';

/** A file on its way in. */
export interface IncomingFile {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  description?: string | undefined;
}

/** The files that were attached to messages, options and modals, at addresses that expire, as those of Discord's CDN do. */
export interface AttachmentStore {
  /** Stores a file of a message in this channel; without one, of a command's option or a modal. */
  add(file: IncomingFile, channelId?: string): APIAttachment;
  /** The bytes at a path with its query; undefined for an unknown, altered or expired address. */
  read(path: string, query: URLSearchParams): Uint8Array | undefined;
  /** The message with new addresses for its files, as Discord gives them to whoever reads it. */
  refresh<T extends APIMessage>(message: T): T;
}

/** What the store needs: ids, its own address (asked late because the port comes late), and how long addresses are good for. */
export interface AttachmentStoreParts {
  readonly nextId: () => string;
  readonly baseUrl: () => string;
  readonly applicationId: string;
  /** Milliseconds. */
  readonly lifeMs: number;
}

/** Keeps files in memory; their addresses are formed and signed as https://discord.com/developers/docs/reference#signed-attachment-cdn-urls has it. */
export function createAttachmentStore(parts: AttachmentStoreParts): AttachmentStore {
  const { nextId, baseUrl, applicationId, lifeMs } = parts;
  const files = new Map<string, { path: string; bytes: Uint8Array }>();
  const key = randomBytes(32);
  const sign = (path: string, expires: string, issued: string) =>
    createHmac('sha256', key).update(`${path} ${expires} ${issued}`).digest('hex');

  function addressOf(path: string): string {
    const now = Date.now();
    const issued = toHexSeconds(now);
    const expires = toHexSeconds(now + lifeMs);
    return `${baseUrl()}${path}?ex=${expires}&is=${issued}&hm=${sign(path, expires, issued)}&`;
  }

  return {
    add({ name, bytes, contentType, description }, channelId) {
      const id = nextId();
      const folder =
        channelId === undefined ? `ephemeral-attachments/${applicationId}` : `attachments/${channelId}`;
      const path = `/${folder}/${id}/${encodeURIComponent(name)}`;
      files.set(id, { path, bytes });
      const url = addressOf(path);
      return {
        id,
        filename: name,
        size: bytes.byteLength,
        url,
        proxy_url: url,
        content_type: contentType,
        ...(description === undefined ? {} : { description }),
        ...(channelId === undefined ? { ephemeral: true } : {}),
      };
    },
    read(path, query) {
      const file = files.get(path.split('/')[3] ?? '');
      const [expires, issued] = [query.get('ex') ?? '', query.get('is') ?? ''];
      const isSigned = isEqual(query.get('hm') ?? '', sign(path, expires, issued));
      const isOver = Number.parseInt(expires, 16) * 1_000 < Date.now();
      return file === undefined || file.path !== path || !isSigned || isOver ? undefined : file.bytes;
    },
    refresh(message) {
      const attachments = message.attachments.map((attachment) => {
        const file = files.get(attachment.id);
        if (file === undefined) return attachment;
        const url = addressOf(file.path);
        return { ...attachment, url, proxy_url: url };
      });
      return { ...message, attachments };
    },
  };
}

function toHexSeconds(milliseconds: number): string {
  return Math.floor(milliseconds / 1_000).toString(16);
}

function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
