import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { parseOptions } from '../../command.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { cutWords } from '../render/cut-words.js';
import { describeUnknown } from './handle-command.js';
import { refusePrivately } from './refuse.js';
import { runAcknowledged } from './run-acknowledged.js';

/** "Ask the articles about this" in a message's menu: its text is the question, from its beginning as far as one may go. */
export async function handleMessageMenu(
  interaction: MessageContextMenuCommandInteraction,
  settings: BotSettings,
): Promise<void> {
  const asking = findAskCommand(settings.commands);
  if (asking === null) return refusePrivately(interaction, describeUnknown(interaction.commandName));
  const { command, maxLength } = asking;
  const question = cutWords(interaction.targetMessage.cleanContent, maxLength);
  if (question === '') {
    return refusePrivately(interaction, 'That message has no text to ask the articles about.');
  }
  const parsed = parseOptions(command, { [ASKING.option]: question });
  if (!parsed.ok) return refusePrivately(interaction, parsed.reason);
  await runAcknowledged(interaction, command, parsed.values, settings);
}
