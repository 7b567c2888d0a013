import type { Logger } from 'pino';
import type { Command, ContextAt } from '../bot/command.js';
import { isTextOption } from '../bot/option.js';
import type { SettingsBook } from '../server/settings-book.js';
import type { BotWatch } from './bot-watch.js';
import type { KnownLocales } from './known-locales.js';
import type { Operators } from './operators.js';
import type { Cooldowns } from './pace/cooldowns.js';
import type { Presses } from './pace/presses.js';

/** What the handlers of Discord's events work with. */
export interface BotSettings {
  readonly commands: readonly Command[];
  /** What commands may use in a place at this moment; taken once for each interaction or message. */
  readonly contextAt: ContextAt;
  /** How the bot behaves in each server. */
  readonly settings: SettingsBook;
  readonly operators: Pick<Operators, 'has'>;
  readonly locales: KnownLocales;
  readonly cooldowns: Cooldowns;
  readonly presses: Presses;
  /** Whether messages that do not mention the bot have their text (the privileged Message Content intent). */
  readonly isReadingMessages: boolean;
  readonly logger: Logger;
  /** Told of what the bot does; null for nobody. */
  readonly watch: BotWatch | null;
}

/** Where a question goes that comes without a command: by mention, direct message, reply or menu. */
export const ASKING = { command: 'ask', option: 'question' } as const;

/** The command that answers such questions, and how long one may be in characters; null if there is none. */
export function findAskCommand(
  commands: readonly Command[],
): { readonly command: Command; readonly maxLength: number } | null {
  const command = commands.find(({ name }) => name === ASKING.command);
  const option = command?.options[ASKING.option];
  if (command === undefined || option === undefined || !isTextOption(option)) return null;
  return { command, maxLength: option.maxLength };
}
