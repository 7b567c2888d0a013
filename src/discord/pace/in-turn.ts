import type { Command } from '../../bot/command.js';
import type { Place } from '../../bot/place.js';
import { phrase } from '../../messages/phrase.js';
import { Turns } from './turns.js';

/** Questions at once: they share one processor, and more than a few only wait for one another. */
const MOST_QUESTIONS = 4;

/** Questions of one user that may wait behind the one that runs. */
const MOST_OF_USER = 3;

/** Pieces of work of one server's moderators that may wait likewise. */
const MOST_OF_SERVER = 10;

/**
 * Commands that run when it is their user's turn, and are refused where too much of theirs waits already. Those of
 * moderators and operators, which may wait long for the network, have turns of their own, one for each server: they
 * hold up no other server, and nobody's questions.
 */
export function inTurns(commands: readonly Command[]): Command[] {
  const questions = new Turns(MOST_QUESTIONS, MOST_OF_USER);
  const work = new Turns(Number.POSITIVE_INFINITY, MOST_OF_SERVER);
  return commands.map((command) =>
    command.access === 'everyone'
      ? inTurn(command, questions, ({ userId }) => userId)
      : inTurn(command, work, ({ guildId, userId }) => guildId ?? userId),
  );
}

function inTurn(command: Command, turns: Turns, whose: (place: Place) => string | null): Command {
  return {
    ...command,
    execute: async (options, context) => {
      const reply = await turns.run(whose(context.place) ?? '', () => command.execute(options, context));
      return (
        reply ?? {
          kind: 'refused',
          reason: phrase(command.access === 'everyone' ? 'cooldown.busy' : 'cooldown.busy-server'),
        }
      );
    },
  };
}
