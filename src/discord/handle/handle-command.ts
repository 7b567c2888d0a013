import type { ChatInputCommandInteraction } from 'discord.js';
import { cleanQuestion } from '../../language/clean-question.js';
import { ASKING, type BotSettings } from '../bot-settings.js';
import { readCommandName, readOptions } from '../command-options.js';
import { isReplyPrivate, takePrivacy } from '../private-option.js';
import type { Visit } from '../visit.js';
import { admitCommand, refuseGone } from './admit-command.js';
import { answerApart } from './answer-apart.js';
import { openForm } from './open-form.js';
import { namesShownIn } from './read-question.js';

/**
 * A slash command: refused at once, for its user alone, if access or options are wrong; otherwise acknowledged
 * before any work is done, as Discord waits three seconds only. One with a form opens that first.
 */
export async function handleCommand(
  interaction: ChatInputCommandInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const { command } = visit;
  if (command === null) return refuseGone(interaction, readCommandName(interaction), visit);
  const { wanted, options } = takePrivacy(readOptions(interaction));
  const question = options[ASKING.option];
  const isAsking = command.name === ASKING.command && typeof question === 'string';
  const cleaned = isAsking
    ? { ...options, [ASKING.option]: cleanQuestion(question, namesShownIn(interaction)) || question }
    : options;
  const admitted = await admitCommand(interaction, command, cleaned, visit);
  if (admitted === null) return;
  if (command.form !== null) return openForm(interaction, admitted, command.form, settings);
  await answerApart(interaction, admitted, settings, { isPrivate: isReplyPrivate(admitted, wanted) });
}
