import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { isReplyPrivate } from '../private-option.js';
import { cutWords } from '../render/cut-words.js';
import { admitCommand } from './admit-command.js';
import { readText } from './read-question.js';
import { refusePrivately } from './refuse.js';
import { runAcknowledged } from './run-acknowledged.js';
import { sayTo } from './say-to.js';

/** "Ask the articles about this" in a message's menu: its text is the question, from its beginning as far as one may go. */
export async function handleMessageMenu(
  interaction: MessageContextMenuCommandInteraction,
  settings: BotSettings,
): Promise<void> {
  const asking = findAskCommand(settings.commands);
  if (asking === null) {
    const reason = phrase('discord.command-gone', { command: interaction.commandName });
    return refusePrivately(interaction, reason, await sayTo(interaction, settings));
  }
  const { command, maxLength } = asking;
  const question = cutWords(readText(interaction.targetMessage), maxLength);
  if (question === '') {
    return refusePrivately(interaction, phrase('discord.no-text'), await sayTo(interaction, settings));
  }
  const options = { [ASKING.option]: question };
  const admitted = await admitCommand(interaction, { command: command.name, options }, settings);
  if (admitted === null) return;
  const isPrivate = await isReplyPrivate(admitted, null, settings.settings);
  await runAcknowledged(interaction, admitted, settings, isPrivate);
}
