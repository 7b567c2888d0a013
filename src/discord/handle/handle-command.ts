import type { ChatInputCommandInteraction } from 'discord.js';
import { type Command, parseOptions } from '../../command.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
import { readCommandName, readOptions } from '../command-options.js';
import { isReplyPrivate, takePrivacy } from '../private-option.js';
import { refusePrivately } from './refuse.js';
import { runAcknowledged } from './run-acknowledged.js';

/**
 * A slash command: refused at once, for its user alone, where access or options are wrong; otherwise acknowledged
 * before any work is done, as Discord waits three seconds only.
 */
export async function handleCommand(
  interaction: ChatInputCommandInteraction,
  settings: BotSettings,
): Promise<void> {
  const typed = readCommandName(interaction);
  const command = settings.commands.find(({ name }) => name === typed);
  if (command === undefined) return refusePrivately(interaction, describeUnknown(typed));
  const refusal = refuseAccess(command, interaction, settings.moderatorRoleId);
  if (refusal !== null) return refusePrivately(interaction, refusal.reason);
  const { wanted, rest } = takePrivacy(command, readOptions(interaction));
  const parsed = parseOptions(command, rest);
  if (!parsed.ok) return refusePrivately(interaction, parsed.reason);
  await runAcknowledged(
    interaction,
    command,
    parsed.values,
    settings,
    isReplyPrivate(command, wanted, false),
  );
}

/** What a command says that Discord still shows but this version does not have. */
export function describeUnknown(name: Command['name']): string {
  return `/${name} is not a command of this version of the bot; restart Discord to see those it has.`;
}
