import type { Language } from '../messages/language.js';

/** Where a command is used and by whom: decides which articles it sees, what it may do, and the language of its reply. */
export interface Place {
  /** The server whose own articles are seen; null in direct and group messages, in a server that the bot is not in, and in a terminal. */
  readonly guildId: string | null;
  /** The Discord id of who asks; null in a terminal. */
  readonly userId: string | null;
  /** May look after the server's own sources and settings. */
  readonly isModerator: boolean;
  /** Runs the bot: looks after the articles that all servers share. */
  readonly isOperator: boolean;
  /** The language that fixed replies are written in. */
  readonly language: Language;
}
