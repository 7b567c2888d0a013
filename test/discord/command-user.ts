import { setTimeout } from 'node:timers/promises';
import type { APIMessage } from 'discord.js';
import type { PendingInteraction } from 'local-discord';
import { textOf } from './read-message.js';
import type { RunningBot } from './running-bot.js';

type Options = Record<string, string | number | boolean>;

/** One use of a command: as the moderator ines in the general channel, unless it is said otherwise. */
type Use<Result> = (name: string, options?: Options, user?: string, channel?: string) => Result;

/** Commands as the people of a local Discord use them. */
export interface CommandUser {
  readonly use: Use<PendingInteraction>;
  /** Title and text of the reply. */
  readonly read: Use<Promise<string>>;
  /** Why the client did not send it, or what the bot answered at once; else the kind of acknowledgement. */
  readonly refusalOf: Use<Promise<string>>;
}

/** Uses commands in the bot that runs when they are used. */
export function commandUser(running: () => RunningBot): CommandUser {
  const use: Use<PendingInteraction> = (name, options = {}, user = 'ines', channel = 'harbour/general') =>
    running().sandbox.as(user).run({ channel, name, options });
  return {
    use,
    read: async (...used) => textOf(await finalReply(use(...used))),
    refusalOf: async (...used) => {
      const acknowledged = await use(...used).acknowledged;
      if (acknowledged.kind === 'refused') return acknowledged.reason;
      return acknowledged.kind === 'reply' ? textOf(acknowledged.message) : acknowledged.kind;
    },
  };
}

/** The reply once it no longer tells how far the reading is. */
export async function finalReply(used: PendingInteraction): Promise<APIMessage> {
  for (;;) {
    const message = await used.reply();
    if (!textOf(message).startsWith('Reading the articles')) return message;
    await setTimeout(50);
  }
}
