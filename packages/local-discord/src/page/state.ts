import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ReadableText, TextHead } from '../page-server/readable-texts.js';
import type { Breach, Channel, OfferedCommands, Payload, Person, Seen, World } from './payloads.js';

/** How the page is lit. */
export type Theme = 'system' | 'dark' | 'light';

/** An article, its cited words marked. */
export interface Reader {
  readonly kind: 'reader';
  readonly article: ReadableText;
  readonly mark: { readonly start: number; readonly end: number } | null;
  /** A sentence about what was cited and is not there as it was; empty for none. */
  readonly remark: string;
}

/** What is beside the channel. */
export type Panel =
  | Reader
  | { readonly kind: 'payload'; readonly messageId: string; readonly payload: Payload | null }
  | { readonly kind: 'rules' };

/** A message's menu, where it was opened. */
export interface OpenMenu {
  readonly messageId: string;
  readonly x: number;
  readonly y: number;
}

/** A form that the bot has opened. */
export interface OpenModal {
  readonly interactionId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly problem: string;
}

/** All that the page shows. Changed only through `change`. */
export interface State {
  readonly world: World;
  readonly me: Person;
  readonly channel: Channel;
  /** By id, oldest first. */
  readonly messages: ReadonlyMap<string, Seen>;
  readonly commands: OfferedCommands;
  readonly breaches: readonly Breach[];
  readonly articles: readonly TextHead[];
  readonly examples: readonly string[];
  readonly isBotOnline: boolean;
  readonly isTyping: boolean;
  /** Ids of the channels with something unread. */
  readonly unread: ReadonlySet<string>;
  /** The message that the keyboard or the pointer is on. */
  readonly activeId: string | null;
  readonly replyTo: Seen | null;
  readonly menu: OpenMenu | null;
  readonly modal: OpenModal | null;
  readonly panel: Panel | null;
  /** One sentence about what did not work; empty for none. */
  readonly notice: string;
  readonly isNavigationOpen: boolean;
  readonly theme: Theme;
}

type Listener = (state: State) => void;

/** Holds the state and tells its one listener of changes, once a frame. */
export class Store {
  #state: State;
  readonly #listener: Listener;
  #isScheduled = false;

  constructor(state: State, listener: Listener) {
    this.#state = state;
    this.#listener = listener;
  }

  get state(): State {
    return this.#state;
  }

  /** Puts the changed parts in place; what is shown follows before the next frame. */
  change(parts: Partial<State>): void {
    this.#state = { ...this.#state, ...parts };
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#listener(this.#state);
    });
  }
}

/** The name of whoever has this id. */
export function nameOf({ world }: State, userId: string): string | undefined {
  if (userId === world.bot.id) return world.bot.username;
  return world.people.find(({ id }) => id === userId)?.name;
}

/** A channel's or a group's name, or the bot's in direct messages. */
export function titleOf({ world }: State, channel: Channel): string {
  return channel.kind === 'dm' ? world.bot.username : channel.name;
}

/** What is before a channel's name: `@` for direct messages, `#` in a server, nothing for a group. */
export function signOf({ kind }: Channel): string {
  if (kind === 'group') return '';
  return kind === 'dm' ? '@' : '#';
}
