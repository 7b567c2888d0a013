import { act, ask, listen } from './api.js';
import { Arrivals } from './arrivals.js';
import { Articles } from './articles.js';
import { attempt } from './attempt.js';
import type { Channel, Done, Seen } from './payloads.js';
import type { Store, Theme } from './state.js';

/** Everything that one can do on the page. */
export class Actions {
  readonly articles: Articles;
  readonly #store: Store;
  readonly #arrivals: Arrivals;
  #stopListening = (): void => {};

  constructor(store: Store) {
    this.#store = store;
    this.articles = new Articles(store);
    this.#arrivals = new Arrivals(store, (channel) => this.enter(channel));
  }

  /** Becomes another person, in the same channel if they see it, and else in their first. */
  async become(key: string): Promise<void> {
    const { world, channel } = this.#store.state;
    const me = world.people.find((person) => person.key === key);
    if (me === undefined) return;
    this.#stopListening();
    this.articles.leave();
    const stays = me.channels.includes(channel.id);
    const place = stays ? channel : (world.channels.find(({ id }) => me.channels.includes(id)) ?? channel);
    this.#store.change({ me, unread: new Set(), panel: this.#keptPanel() });
    localStorage.setItem('me', key);
    this.#stopListening = listen(
      key,
      (event) => this.#arrivals.receive(event),
      (isAgain) => isAgain && void this.enter(this.#store.state.channel),
    );
    await this.enter(place);
  }

  async enter(channel: Channel): Promise<void> {
    const { me, unread } = this.#store.state;
    const isOther = channel.id !== this.#store.state.channel.id;
    const where = { channel: channel.id, as: me.key };
    const [messages, commands] = await Promise.all([ask('messages', where), ask('commands', where)]);
    if (me !== this.#store.state.me) return;
    if (channel.guildId !== this.#store.state.channel.guildId) this.articles.leave();
    this.#store.change({
      channel,
      commands,
      messages: new Map(messages.map((seen) => [seen.message.id, seen])),
      unread: new Set([...unread].filter((id) => id !== channel.id)),
      isTyping: false,
      isNavigationOpen: false,
      ...(isOther ? { replyTo: null, activeId: null, menu: null, notice: '' } : {}),
    });
    if (this.#store.state.articles.length === 0) await this.articles.arrive();
  }

  /** Speaks another language from now on: what the bot is told of the person's Discord. */
  async speak(locale: string): Promise<void> {
    const { me, world } = this.#store.state;
    await attempt(this.#store, act({ do: 'speak', as: me.key, locale }));
    const changed = { ...me, locale };
    const people = world.people.map((person) => (person.key === me.key ? changed : person));
    this.#store.change({ me: changed, world: { ...world, people } });
  }

  /** Resolves with whether it was sent; a refusal shows as a sentence. */
  say(content: string, files: readonly unknown[]): Promise<boolean> {
    const { me, channel, replyTo } = this.#store.state;
    const reply = replyTo === null ? {} : { replyTo: replyTo.message.id };
    this.#store.change({ notice: '' });
    const sent = attempt(
      this.#store,
      act({ do: 'say', as: me.key, channel: channel.id, content, files, ...reply }),
    );
    return sent.then((done) => {
      if (done) this.#store.change({ replyTo: null });
      return done !== null;
    });
  }

  run(name: string, options: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { me, channel } = this.#store.state;
    return this.#interact(act({ do: 'run', as: me.key, channel: channel.id, name, options }));
  }

  press(messageId: string, customId: string): Promise<boolean> {
    return this.#interact(act({ do: 'press', as: this.#store.state.me.key, messageId, customId }));
  }

  choose(messageId: string, customId: string, values: readonly string[]): Promise<boolean> {
    return this.#interact(act({ do: 'choose', as: this.#store.state.me.key, messageId, customId, values }));
  }

  useOnMessage(name: string, messageId: string): Promise<boolean> {
    const { me, channel } = this.#store.state;
    this.#store.change({ menu: null });
    return this.#interact(act({ do: 'menu', as: me.key, channel: channel.id, name, messageId }));
  }

  /** Submits the open modal; it stays open, with the reason, if it is refused. */
  async submit(values: Readonly<Record<string, unknown>>): Promise<void> {
    const { me, modal } = this.#store.state;
    if (modal === null) return;
    const { interactionId } = modal;
    const done = await act({ do: 'submit', as: me.key, interactionId, values }).catch(toRefusal);
    if (done.acknowledgement?.kind === 'refused') {
      this.#store.change({ modal: { ...modal, problem: done.acknowledgement.reason } });
      return;
    }
    this.#store.change({ modal: null });
    await this.#interact(Promise.resolve(done));
  }

  async forward(messageId: string, channel: string): Promise<void> {
    this.#store.change({ menu: null });
    await attempt(this.#store, act({ do: 'forward', as: this.#store.state.me.key, messageId, channel }));
  }

  async remove(messageId: string): Promise<void> {
    this.#store.change({ menu: null });
    await attempt(this.#store, act({ do: 'remove', as: this.#store.state.me.key, messageId }));
  }

  async inspect(messageId: string): Promise<void> {
    this.#store.change({ menu: null, panel: { kind: 'payload', messageId, payload: null } });
    const payload = await attempt(
      this.#store,
      ask('payload', { message: messageId, as: this.#store.state.me.key }),
    );
    const { panel } = this.#store.state;
    if (panel?.kind !== 'payload' || panel.messageId !== messageId) return;
    this.#store.change({ panel: payload === null ? null : { ...panel, payload } });
  }

  replyTo(seen: Seen | null): void {
    this.#store.change({ replyTo: seen, menu: null });
  }

  wear(theme: Theme): void {
    localStorage.setItem('theme', theme);
    this.#store.change({ theme });
  }

  /** The payload of a message may not be for the next person's eyes. */
  #keptPanel() {
    const { panel } = this.#store.state;
    return panel?.kind === 'payload' ? null : panel;
  }

  async #interact(doing: Promise<Done>): Promise<boolean> {
    this.#store.change({ notice: '' });
    const { interactionId = '', acknowledgement } = await doing.catch(toRefusal);
    switch (acknowledgement?.kind) {
      case 'refused':
        this.#store.change({ notice: acknowledgement.reason });
        return false;
      case 'missed':
        this.#store.change({ notice: 'The application did not respond.' });
        return true;
      case 'modal':
        this.#store.change({ modal: { interactionId, modal: acknowledgement.modal, problem: '' } });
        return true;
      default:
        return true;
    }
  }
}

function toRefusal(error: unknown): Done {
  const reason = error instanceof Error ? error.message : String(error);
  return { acknowledgement: { kind: 'refused', reason } };
}
