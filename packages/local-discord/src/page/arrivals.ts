import { ask } from './api.js';
import { attempt } from './attempt.js';
import type { Channel, PageEvent, Seen } from './payloads.js';
import type { Store } from './state.js';

/** Milliseconds that "is typing" stays, as in Discord's client. */
const TYPING_MS = 10_000;

/** Puts what arrives while the page is open into the state; `enter` shows a channel anew. */
export class Arrivals {
  readonly #store: Store;
  readonly #enter: (channel: Channel) => Promise<void>;
  #typing = 0;

  constructor(store: Store, enter: (channel: Channel) => Promise<void>) {
    this.#store = store;
    this.#enter = enter;
  }

  receive(event: PageEvent): void {
    const { state } = this.#store;
    switch (event.kind) {
      case 'message':
      case 'message-changed':
        this.#onMessage(event.seen, event.kind === 'message');
        break;
      case 'message-deleted': {
        const messages = new Map(state.messages);
        messages.delete(event.messageId);
        this.#store.change({ messages });
        break;
      }
      case 'typing':
        if (event.channelId === state.channel.id) this.#showTyping();
        break;
      case 'commands-changed':
        void this.#enter(state.channel);
        break;
      case 'world-changed':
        void this.#lookAround();
        break;
      case 'breach':
        this.#store.change({ breaches: [...state.breaches, event.breach] });
        break;
      case 'bot':
        this.#store.change({ isBotOnline: event.isOnline });
        break;
      default:
    }
  }

  /** Servers, channels or people have changed: shows them anew, in the first channel if the present one is gone. */
  async #lookAround(): Promise<void> {
    const world = await attempt(this.#store, ask('world'));
    const me = world?.people.find(({ id }) => id === this.#store.state.me.id);
    if (world === null || me === undefined) return;
    this.#store.change({ world, me });
    const seen = world.channels.filter(({ id }) => me.channels.includes(id));
    const here = seen.find(({ id }) => id === this.#store.state.channel.id) ?? seen[0];
    if (here !== undefined) await this.#enter(here);
  }

  #onMessage(seen: Seen, isNew: boolean): void {
    const { channel, messages, unread, world } = this.#store.state;
    const { id, channel_id: channelId, author } = seen.message;
    if (channelId !== channel.id) {
      if (isNew) this.#store.change({ unread: new Set(unread).add(channelId) });
      return;
    }
    const isAnswer = isNew && author.id === world.bot.id;
    this.#store.change({
      messages: new Map(messages).set(id, seen),
      ...(isAnswer ? { isTyping: false } : {}),
    });
  }

  #showTyping(): void {
    this.#store.change({ isTyping: true });
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => this.#store.change({ isTyping: false }), TYPING_MS);
  }
}
