import { isWorthKeeping } from '../../answer/gaps.js';
import type { Command, CommandContext } from '../../bot/command.js';
import type { Reply } from '../../bot/reply.js';
import { ASKING, type BotSettings } from '../bot-settings.js';
import { describeError } from '../log-error.js';

/** A question that was answered, and the interaction or message that it came in. */
export interface AnsweredQuestion {
  readonly command: Command;
  readonly reply: Reply;
  readonly origin: string;
  readonly context: CommandContext;
}

/** Puts a question of a server on its list of gaps if the articles had nothing on it; the answer stands, whatever comes of it. */
export async function keepGap(
  { logger }: BotSettings,
  { command, reply, origin, context: { server, previous } }: AnsweredQuestion,
): Promise<void> {
  if (command.name !== ASKING.command || reply.kind !== 'nothing' || server === null) return;
  if (typeof reply.asked !== 'string' || !isWorthKeeping(reply.asked, previous)) return;
  await server.gaps
    .record(reply.asked, 'nothing', origin)
    .catch((error: unknown) => logger.warn({ error: describeError(error) }, 'could not keep a gap'));
}
