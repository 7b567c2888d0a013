import type { APIMessage } from 'discord-api-types/v10';

/** A message with what its payload does not say. */
export interface StoredMessage {
  message: APIMessage;
  /** The only user who sees it, when it is ephemeral. */
  visibleTo: string | undefined;
  /** True while a deferred reply waits for its content. */
  isThinking: boolean;
  /** Ids of the users whom it notified. */
  pinged: readonly string[];
}

/** How many messages are kept over all channels; the oldest go first. */
const KEPT_MESSAGES = 20_000;

/** The messages of all channels. */
export interface MessageStore {
  add(stored: StoredMessage): void;
  find(id: string): StoredMessage | undefined;
  remove(id: string): void;
  /** A channel's messages, oldest first, ephemeral ones among them. */
  inChannel(channelId: string): StoredMessage[];
}

export function createMessageStore(): MessageStore {
  const messages = new Map<string, StoredMessage>();
  return {
    add(stored) {
      messages.set(stored.message.id, stored);
      const [oldest] = messages.keys();
      if (messages.size > KEPT_MESSAGES && oldest !== undefined) messages.delete(oldest);
    },
    find: (id) => messages.get(id),
    remove: (id) => void messages.delete(id),
    inChannel: (channelId) =>
      [...messages.values()].filter(({ message }) => message.channel_id === channelId),
  };
}
