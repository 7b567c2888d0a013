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

/** An empty store. */
export function createMessageStore(): MessageStore {
  const messages = new Map<string, StoredMessage>();
  const channels = new Map<string, Set<StoredMessage>>();
  const remove = (id: string) => {
    const stored = messages.get(id);
    if (stored === undefined) return;
    messages.delete(id);
    channels.get(stored.message.channel_id)?.delete(stored);
  };
  return {
    add(stored) {
      const { id, channel_id } = stored.message;
      const channel = channels.get(channel_id) ?? new Set();
      messages.set(id, stored);
      channels.set(channel_id, channel.add(stored));
      const [oldest] = messages.keys();
      if (messages.size > KEPT_MESSAGES && oldest !== undefined) remove(oldest);
    },
    find: (id) => messages.get(id),
    remove,
    inChannel: (channelId) => [...(channels.get(channelId) ?? [])],
  };
}
