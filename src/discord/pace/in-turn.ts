import type { Command } from '../../command.js';
import { phrase } from '../../messages/phrase.js';
import type { Turns } from './turns.js';

/** A command that runs when it is its user's turn, and is refused where too much of theirs waits already. */
export function inTurn(command: Command, turns: Turns): Command {
  return {
    ...command,
    execute: async (options, context) => {
      const reply = await turns.run(context.place.userId ?? '', () => command.execute(options, context));
      return reply ?? { kind: 'refused', reason: phrase('cooldown.busy') };
    },
  };
}
