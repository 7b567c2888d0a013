import type { Command, CommandContext } from '../../bot/command.js';
import type { GivenOptions } from '../../bot/option.js';
import type { Reply } from '../../bot/reply.js';

/** What came of a command. */
export interface CommandRun {
  readonly reply: Reply;
  /** False where running it again would do something again, or could not give the same; then no button may do so. */
  readonly isRepeatable: boolean;
}

/** Runs a command with options that were checked, in a context taken for this run alone. */
export async function runCommand(
  command: Command,
  options: GivenOptions,
  context: CommandContext,
): Promise<CommandRun> {
  let isReloaded = false;
  const reload: CommandContext['reload'] = (which, onProgress) => {
    isReloaded = true;
    return context.reload(which, onProgress);
  };
  const reply = await command.execute(options, { ...context, reload });
  return { reply, isRepeatable: !isReloaded && context.previous === null && command.form === null };
}
