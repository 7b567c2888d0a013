import type { ChatInputCommandInteraction } from 'discord.js';
import { cleanQuestion } from '../../language/clean-question.js';
import { ASKING, type BotSettings } from '../bot-settings.js';
import { readCommandName, readOptions } from '../command-options.js';
import { isReplyPrivate, takePrivacy } from '../private-option.js';
import { admitCommand } from './admit-command.js';
import { namesShownIn } from './read-question.js';
import { runAcknowledged } from './run-acknowledged.js';

/**
 * A slash command: refused at once, for its user alone, where access or options are wrong; otherwise acknowledged
 * before any work is done, as Discord waits three seconds only.
 */
export async function handleCommand(
  interaction: ChatInputCommandInteraction,
  settings: BotSettings,
): Promise<void> {
  const { wanted, options: typed } = takePrivacy(readOptions(interaction));
  const question = typed[ASKING.option];
  const isAsking = readCommandName(interaction) === ASKING.command && typeof question === 'string';
  const options = isAsking
    ? { ...typed, [ASKING.option]: cleanQuestion(question, namesShownIn(interaction)) || question }
    : typed;
  const admitted = await admitCommand(
    interaction,
    { command: readCommandName(interaction), options },
    settings,
  );
  if (admitted === null) return;
  const isPrivate = await isReplyPrivate(admitted, wanted, settings.settings);
  await runAcknowledged(interaction, admitted, settings, isPrivate);
}
