import type { Command } from '../../bot/command.js';
import { phrase } from '../../messages/phrase.js';
import { FairQueue } from '../../scheduling/fair-queue.js';
import { actFor, ownerOf } from '../../scheduling/whose-work.js';
import type { BotWatch } from '../bot-watch.js';

/**
 * Questions: one of a person runs at a time and three wait behind it; of one server four run, which share its threads. What is soon
 * done goes past them. There is no limit of all servers together: what they share is shared where the work is done, in
 * the threads and in slices of the one that talks to Discord.
 */
const QUESTIONS = { ofPerson: 2, longOfPerson: 1, longOfServer: 4, waitingOfPerson: 3, waitingOfServer: 40 };

/** What moderators do in a server, which may wait long for the network: one piece of it at a time. */
const MODERATION = { longOfServer: 1, waitingOfServer: 10 };

/** Milliseconds after which a command gives its place to the next, whatever it waits for: Discord takes no answer after a quarter of an hour. */
const LONGEST_TURN = 14 * 60_000;

/**
 * Commands that run when it is their server's and their user's turn, and are refused if too much of theirs waits already. Those of
 * moderators and operators have turns of their own: they hold up nobody's questions.
 */
export function inTurns(
  commands: readonly Command[],
  watch: BotWatch | null = null,
  longestTurn = LONGEST_TURN,
): Command[] {
  const questions = new FairQueue(QUESTIONS);
  const moderation = new FairQueue(MODERATION);
  watch?.watchQueue('questions', () => questions.waiting);
  watch?.watchQueue('moderation', () => moderation.waiting);
  return commands.map((command) => ({
    ...command,
    execute: async (options, context) => {
      const queue = command.access === 'everyone' ? questions : moderation;
      const owner = ownerOf(context.place);
      const run = () => actFor(owner, () => command.execute(options, context));
      const reply = await queue.run(owner, command.isQuick ? 'short' : 'long', () =>
        within(longestTurn, run(), command.name),
      );
      watch?.reply(command.name, reply?.kind ?? 'refused');
      return (
        reply ?? {
          kind: 'refused',
          reason: phrase(command.access === 'everyone' ? 'cooldown.busy' : 'cooldown.busy-server'),
        }
      );
    },
  }));
}

/** What some work gives. @throws if it has given nothing by then. */
async function within<Result>(milliseconds: number, work: Promise<Result>, name: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`/${name} did not end in ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
