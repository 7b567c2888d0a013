import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from 'discord.js';
import type { BotSettings } from '../bot-settings.js';
import type { Control } from '../controls/control-id.js';
import { chooseOffers } from '../controls/offers.js';
import { buildPlainMessage, buildReplyMessage } from '../render/reply-message.js';
import { type AdmittedCommand, admitCommand } from './admit-command.js';
import { runAdmitted } from './run-admitted.js';

/** A control whose command's reply its user alone sees, beside the message: a cited passage, the text around it. */
export async function handleShow(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  control: Pick<Control, 'command' | 'options'>,
  settings: BotSettings,
): Promise<void> {
  const admitted = await admitCommand(interaction, control, settings);
  if (admitted === null) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await showPrivately(interaction, admitted, settings);
}

/** Runs an admitted command and puts its reply where its user alone was told to wait for it. */
export async function showPrivately(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  admitted: AdmittedCommand,
  settings: BotSettings,
): Promise<void> {
  const { command, options, say } = admitted;
  const { run, context } = await runAdmitted(admitted, null, settings, (message) =>
    interaction.editReply(message),
  );
  const { reply, isRepeatable } = run;
  if (reply.kind === 'refused') {
    await interaction.editReply(buildPlainMessage(reply, say));
    return;
  }
  const origin = { command: command.name, options, userId: interaction.user.id, isRepeatable };
  const offers = chooseOffers(interaction, command, { isPrivate: true, hasServer: context.server !== null });
  await interaction.editReply(buildReplyMessage(reply, origin, say, { offers }));
}
