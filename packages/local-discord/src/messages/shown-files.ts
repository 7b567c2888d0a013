import { type APIAttachment, ComponentType } from 'discord-api-types/v10';
import { type Component, childrenOf, isRecord, type Placed, walk } from '../checks/component-tree.js';
import type { MessageBody } from './message-body.js';

/** How a component names a file that comes with its message. */
const REFERENCE = /^attachment:\/\/(.+)$/u;

/** The files that the components of a message name, with where they do. */
export function listReferences(message: unknown): { readonly name: string; readonly placed: Placed }[] {
  return childrenOf(message, [])
    .flatMap(walk)
    .flatMap((placed) =>
      mediaOf(placed.component).flatMap((url) => {
        const name = REFERENCE.exec(url)?.[1];
        return name === undefined ? [] : [{ name, placed }];
      }),
    );
}

/** Components with the addresses of the files that they name, as the API gives them back. */
export function resolveFiles(
  components: NonNullable<MessageBody['components']>,
  attachments: readonly APIAttachment[],
): NonNullable<MessageBody['components']> {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isRecord(value)) return value;
    const [url = ''] = value.type === ComponentType.File ? urlOf(value.file) : [];
    const shown = attachments.find(({ filename }) => filename === REFERENCE.exec(url)?.[1]);
    if (shown === undefined)
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, key === 'components' ? resolve(inner) : inner]),
      );
    const { id, filename, size, proxy_url, content_type } = shown;
    const file = { url: shown.url, proxy_url, content_type, attachment_id: id };
    return { ...value, file, name: filename, size };
  };
  return components.map((component) => Object.assign(structuredClone(component), resolve(component)));
}

function mediaOf({ type, file, media, items }: Component): string[] {
  if (type === ComponentType.File) return urlOf(file);
  if (type === ComponentType.Thumbnail) return urlOf(media);
  if (type !== ComponentType.MediaGallery || !Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => (isRecord(item) ? urlOf(item.media) : []));
}

function urlOf(media: unknown): string[] {
  return isRecord(media) && typeof media.url === 'string' ? [media.url] : [];
}
