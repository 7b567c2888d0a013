import type { ChatInputCommandInteraction } from 'discord.js';
import { type Command, parseOptions } from '../../command.js';
import { refuseAccess } from '../access.js';
import type { BotSettings } from '../bot-settings.js';
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
  const command = settings.commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return refusePrivately(interaction, describeUnknown(interaction.commandName));
  const refusal = refuseAccess(command, interaction, settings.moderatorRoleId);
  if (refusal !== null) return refusePrivately(interaction, refusal.reason);
  const parsed = parseOptions(command, readOptions(interaction));
  if (!parsed.ok) return refusePrivately(interaction, parsed.reason);
  await runAcknowledged(interaction, command, parsed.values, settings);
}

/** What a command says that Discord still shows but this version does not have. */
export function describeUnknown(name: Command['name']): string {
  return `/${name} is not a command of this version of the bot; restart Discord to see those it has.`;
}

function readOptions({ options }: ChatInputCommandInteraction): Record<string, unknown> {
  return Object.fromEntries(options.data.map(({ name, value }) => [name, value]));
}
