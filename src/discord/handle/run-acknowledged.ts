import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { BotSettings } from '../bot-settings.js';
import { chooseOffers } from '../controls/offers.js';
import { buildReplyMessage, listFiles } from '../render/reply-message.js';
import type { AdmittedCommand } from './admit-command.js';
import { keepGap } from './keep-gap.js';
import { openForm } from './open-form.js';
import type { FormReading } from './read-form.js';
import { refuseInstead } from './refuse.js';
import { runAdmitted } from './run-admitted.js';

/** Runs a command that was admitted and shows its reply; one with a form opens that first. */
export async function runAcknowledged(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  admitted: AdmittedCommand,
  settings: BotSettings,
  isPrivate: boolean = admitted.command.isPrivate,
): Promise<void> {
  const { form } = admitted.command;
  if (form !== null) return openForm(interaction, admitted, form, settings);
  await replyWith(interaction, admitted, settings, { isPrivate });
}

/** Acknowledges with a message of its own, as Discord waits three seconds only, runs the command, and puts its reply there; a refusal is seen by its user alone. */
export async function replyWith(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction,
  admitted: AdmittedCommand,
  settings: BotSettings,
  {
    isPrivate,
    readForm = () => Promise.resolve(NO_FORM),
  }: { readonly isPrivate: boolean; readonly readForm?: () => Promise<FormReading> },
): Promise<void> {
  const { command, options, say } = admitted;
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const form = await readForm();
  if (!form.ok) return refuseInstead(interaction, form.reason, say);
  const { run, context } = await runAdmitted(admitted, form.values, settings, (message) =>
    interaction.editReply(message),
  );
  if (run.reply.kind === 'refused') return refuseInstead(interaction, run.reply.reason, say);
  const origin = {
    command: command.name,
    options,
    userId: interaction.user.id,
    isRepeatable: run.isRepeatable,
  };
  const offers = chooseOffers(interaction, command, { isPrivate, hasServer: context.server !== null });
  await interaction.editReply({
    ...buildReplyMessage(run.reply, origin, say, { offers }),
    files: listFiles(run.reply),
  });
  await keepGap(settings, { command, reply: run.reply, origin: interaction.id, context });
}

const NO_FORM: FormReading = { ok: true, values: null };
