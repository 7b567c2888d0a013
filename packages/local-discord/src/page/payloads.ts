import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Citation } from '../page-server/readable-texts.js';

/** A person one can be. */
export interface Person {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** `member`, `moderator` or `owner`. */
  readonly standing: string;
  /** The language of their Discord, as a locale. */
  readonly locale: string;
  /** True when they have installed the application for themselves. */
  readonly hasInstalled: boolean;
  /** Ids of the channels they see. */
  readonly channels: readonly string[];
}

/** A server of the local Discord. */
export interface Server {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Whether the bot is in it. */
  readonly hasBot: boolean;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** A channel, a thread, direct messages or a group. */
export interface Channel {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'guild' | 'thread' | 'dm' | 'group';
  /** Whether the bot is there, and hears what is said. */
  readonly hasBot: boolean;
  readonly guildId?: string;
  readonly topic?: string;
}

/** Who and what is there. */
export interface World {
  readonly bot: { readonly id: string; readonly username: string };
  readonly isBotOnline: boolean;
  readonly people: readonly Person[];
  readonly servers: readonly Server[];
  readonly channels: readonly Channel[];
  readonly locales: readonly string[];
}

/** A message as the person sees it; `message` is the recorded API payload. */
export interface Seen {
  readonly message: APIMessage;
  readonly isOnlyForYou: boolean;
  readonly isThinking: boolean;
  readonly pinged: readonly string[];
  /** What of it can be read beside the channel. */
  readonly cited: readonly Citation[];
}

/** A rule of Discord’s that a request of the bot broke, and where in its body. */
export interface Breach {
  readonly rule: string;
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
  readonly request: string;
}

/** A request of the bot as it came over the socket, and what it was answered with. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly checks: readonly string[];
  readonly breaches: readonly Breach[];
}

/** A message's payload and the requests that made it what it is. */
export interface Payload {
  readonly message: APIMessage;
  readonly requests: readonly RecordedRequest[];
}

/** A choice of an option: what is shown, and what is sent. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** How the bot acknowledged an interaction, as far as the page shows it by itself. */
export type Acknowledgement =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'missed' | 'reply' | 'deferred' | 'deferred-update' | 'update' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** What came of doing something; both are missing if it was no interaction. */
export interface Done {
  readonly interactionId?: string;
  readonly acknowledgement?: Acknowledgement;
}

/** What happens while the page is open. */
export type PageEvent =
  | { readonly kind: 'message' | 'message-changed'; readonly seen: Seen }
  | { readonly kind: 'message-deleted'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly channelId: string }
  | { readonly kind: 'commands-changed' | 'world-changed' }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'breach'; readonly breach: Breach }
  | { readonly kind: 'bot'; readonly isOnline: boolean };

/** The commands that a person is offered in a channel, and on its messages. */
export interface OfferedCommands {
  readonly chat: readonly APIApplicationCommand[];
  readonly message: readonly APIApplicationCommand[];
}
