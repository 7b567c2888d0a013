import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { isReplyPrivate } from '../private-option.js';
import { cutWords } from '../render/cut-words.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';
import { admitCommand, refuseGone } from './admit-command.js';
import { answerApart } from './answer-apart.js';
import { readText } from './read-question.js';

/** "Ask the articles about this" in a message's menu: its text is the question, from its beginning as far as one may go. */
export async function handleMessageMenu(
  interaction: MessageContextMenuCommandInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const asking = findAskCommand(settings.commands);
  if (asking === null) return refuseGone(interaction, interaction.commandName, visit);
  const { command, maxLength } = asking;
  const question = cutWords(readText(interaction.targetMessage), maxLength);
  if (question === '') return refusePrivately(interaction, phrase('discord.no-text'), visit.say);
  const admitted = await admitCommand(interaction, command, { [ASKING.option]: question }, visit);
  if (admitted === null) return;
  await answerApart(interaction, admitted, settings, { isPrivate: isReplyPrivate(admitted, null) });
}
