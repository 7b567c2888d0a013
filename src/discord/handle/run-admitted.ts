import type { CommandContext, FormValues } from '../../bot/command.js';
import type { BotSettings } from '../bot-settings.js';
import { describeError } from '../log-error.js';
import { buildPlainMessage, type ReplyMessage } from '../render/reply-message.js';
import type { AdmittedCommand } from './admit-command.js';
import { Progress } from './progress.js';
import { type CommandRun, runCommand } from './run-command.js';

/** What came of a command, and in which context. */
export interface AdmittedRun {
  readonly run: CommandRun;
  readonly context: CommandContext;
}

/** Runs an admitted command in its place; `edit` shows how far it is. */
export async function runAdmitted(
  { command, options, place, say }: AdmittedCommand,
  form: FormValues | null,
  settings: BotSettings,
  edit: (message: ReplyMessage) => Promise<unknown>,
): Promise<AdmittedRun> {
  const progress = new Progress(
    (words) => edit(buildPlainMessage({ kind: 'notice', title: words, lines: [] }, say)),
    (error) => settings.logger.debug({ error: describeError(error) }, 'could not show progress'),
  );
  const context = await settings.contextAt(place);
  const showProgress: CommandContext['showProgress'] = (words) => progress.show(words);
  const run = await runCommand(command, options, { ...context, form, showProgress }).finally(() =>
    progress.stop(),
  );
  return { run, context };
}
