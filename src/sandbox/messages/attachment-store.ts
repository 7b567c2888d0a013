import type { APIAttachment } from 'discord-api-types/v10';

/** A file's bytes with what is told of them. */
export interface StoredFile {
  attachment: APIAttachment;
  bytes: Uint8Array;
}

/** A file on its way in. */
export interface IncomingFile {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  description?: string | undefined;
}

/** The files that were attached to messages, options and modals; they are served below `/attachments/`. */
export interface AttachmentStore {
  add(file: IncomingFile): APIAttachment;
  find(id: string): StoredFile | undefined;
}

/** Keeps files in memory under the ids that `nextId` gives; `baseUrl` is asked late because the port comes late. */
export function createAttachmentStore(nextId: () => string, baseUrl: () => string): AttachmentStore {
  const files = new Map<string, StoredFile>();
  return {
    add({ name, bytes, contentType, description }) {
      const id = nextId();
      const url = `${baseUrl()}/attachments/${id}/${encodeURIComponent(name)}`;
      const attachment: APIAttachment = {
        id,
        filename: name,
        size: bytes.byteLength,
        url,
        proxy_url: url,
        content_type: contentType,
        ...(description === undefined ? {} : { description }),
      };
      files.set(id, { attachment, bytes });
      return attachment;
    },
    find: (id) => files.get(id),
  };
}
