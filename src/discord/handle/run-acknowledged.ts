import { type CommandInteraction, MessageFlags } from 'discord.js';
import type { Command } from '../../command.js';
import { sayIn } from '../../messages/say.js';
import type { BotSettings } from '../bot-settings.js';
import { readPlace } from '../place.js';
import { buildReplyMessage } from '../render/reply-message.js';
import { runCommand } from './run-command.js';

/** Acknowledges an interaction, as Discord waits three seconds only, then runs the command with checked options and shows its reply. */
export async function runAcknowledged(
  interaction: CommandInteraction,
  command: Command,
  options: Readonly<Record<string, string | undefined>>,
  settings: BotSettings,
): Promise<void> {
  await interaction.deferReply(command.isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const place = await readPlace(interaction, settings);
  const { reply, isRepeatable } = await runCommand(command, options, await settings.contextAt(place));
  const origin = { command: command.name, options, userId: interaction.user.id, isRepeatable };
  await interaction.editReply(buildReplyMessage(reply, origin, sayIn(place.language)));
}
