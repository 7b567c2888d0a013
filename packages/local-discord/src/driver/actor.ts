import type { APIMessage } from 'discord-api-types/v10';
import type { PendingInteraction } from './pending-interaction.js';

/** A file that a user attaches. */
export interface FileSeed {
  name: string;
  content: string | Uint8Array;
  /** Default: `text/plain; charset=utf-8`. */
  contentType?: string;
}

/** The value of a command option as a user gives it: users, roles and channels by key or id; attachments as files. */
export type OptionValue = string | number | boolean | FileSeed;

/** Command options by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** What a modal is filled with, by custom_id: text, chosen values of a select or checkboxes, or uploaded files. */
export type ModalValues = Readonly<
  Record<string, string | boolean | readonly string[] | readonly FileSeed[]>
>;

/** Where and how a command is used. */
export interface CommandUse {
  channel: string;
  /** The whole name; sub-commands with spaces: `source add`. */
  name: string;
  options?: OptionValues;
}

/** An option being typed. */
export interface AutocompleteUse extends CommandUse {
  /** The name of the focused option; its value so far is in `options` (empty when left out). */
  focused: string;
}

/** A message that a user has sent, and what the bot made of it. */
export interface SentMessage {
  message: APIMessage;
  /**
   * The bot's reply to it, or else its next message in that channel that is no reply; rejects when none came within
   * `timing.waitMs`.
   */
  answer(): Promise<APIMessage>;
  /** True when the bot sends no message in that channel within this many milliseconds. */
  isUnanswered(withinMs: number): Promise<boolean>;
}

/** How a message is sent. */
export interface SayOptions {
  /** The id of the message that it replies to. */
  replyTo?: string;
  /** Whether a reply pings the author of the message replied to. Default true, as in the client. */
  isPinging?: boolean;
  files?: readonly FileSeed[];
  /** The id of the message that it forwards; a forward has no words of its own. */
  forwarding?: string;
}

/** What one user can do. Nothing throws because of what the bot does; unknown names of channels and messages throw. */
export interface Actor {
  readonly userId: string;
  /** Sends a message; `@bot` at a word's start becomes the bot's mention. Throws when the client would refuse to send. */
  say(channel: string, content: string, options?: SayOptions): SentMessage;
  /** Forwards a message to a channel: the new message has a copy of it and no text of its own. Throws when the client would refuse. */
  forward(messageId: string, channel: string): SentMessage;
  /** Uses a slash command; a client-side refusal (unknown, not permitted here, bad option) is its acknowledgement. */
  run(use: CommandUse): PendingInteraction;
  /** Types in an option; the acknowledgement carries the choices. */
  autocomplete(use: AutocompleteUse): PendingInteraction;
  /** Uses a command from a message's menu (Apps → name). */
  useOnMessage(channel: string, name: string, messageId: string): PendingInteraction;
  /** Presses the button with this custom_id (or label) on a message. */
  press(messageId: string, button: string): PendingInteraction;
  /** Chooses values (users, roles, channels by id) from the select with this custom_id. */
  choose(messageId: string, customId: string, values: readonly string[]): PendingInteraction;
  /** Fills in and submits the modal that an interaction opened. */
  submit(opened: PendingInteraction, values: ModalValues): PendingInteraction;
  /** Sets the language of their client, as Discord sends it (`de`, `pt-BR`, `he`). */
  speak(locale: string): void;
  /** Deletes a message of one's own, or any with Manage Messages. */
  remove(messageId: string): void;
}
