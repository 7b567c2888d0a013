import type { ChatInputCommandInteraction } from 'discord.js';
import type { BotSettings } from '../bot-settings.js';
import { readCommandName, readOptions } from '../command-options.js';
import { isReplyPrivate, takePrivacy } from '../private-option.js';
import { admitCommand } from './admit-command.js';
import { runAcknowledged } from './run-acknowledged.js';

/**
 * A slash command: refused at once, for its user alone, where access or options are wrong; otherwise acknowledged
 * before any work is done, as Discord waits three seconds only.
 */
export async function handleCommand(
  interaction: ChatInputCommandInteraction,
  settings: BotSettings,
): Promise<void> {
  const { wanted, options } = takePrivacy(readOptions(interaction));
  const admitted = await admitCommand(
    interaction,
    { command: readCommandName(interaction), options },
    settings,
  );
  if (admitted === null) return;
  const isPrivate = await isReplyPrivate(admitted, wanted, settings.settings);
  await runAcknowledged(interaction, admitted, settings, isPrivate);
}
