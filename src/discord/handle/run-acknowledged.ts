import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Command, GivenOptions } from '../../command.js';
import { sayIn } from '../../messages/say.js';
import type { BotSettings } from '../bot-settings.js';
import { chooseOffers } from '../controls/offers.js';
import { readPlace } from '../place.js';
import { buildReplyMessage, listFiles } from '../render/reply-message.js';
import type { AdmittedCommand } from './admit-command.js';
import { keepGap } from './keep-gap.js';
import { openForm } from './open-form.js';
import type { FormReading } from './read-form.js';
import { refuseInstead } from './refuse.js';
import { runAdmitted } from './run-admitted.js';

/** Acknowledges an interaction, as Discord waits three seconds only, then runs the command with checked options and shows its reply; a command with a form opens that first. */
export async function runAcknowledged(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  command: Command,
  options: GivenOptions,
  settings: BotSettings,
  isPrivate: boolean = command.isPrivate,
): Promise<void> {
  const place = await readPlace(interaction, settings);
  const admitted = { command, options, place, say: sayIn(place.language) };
  if (command.form !== null) return openForm(interaction, admitted, command.form, settings);
  await replyWith(interaction, admitted, settings, { isPrivate });
}

/** Acknowledges with a message of its own, runs the command, and puts its reply there; a refusal is seen by its user alone. */
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
  const origin = { command: command.name, options, userId: interaction.user.id, isRepeatable: run.isRepeatable };
  const offers = chooseOffers(interaction, command, { isPrivate, hasServer: context.server !== null });
  await interaction.editReply({
    ...buildReplyMessage(run.reply, origin, say, { offers }),
    files: listFiles(run.reply),
  });
  await keepGap(settings, { command, reply: run.reply, origin: interaction.id, context });
}

const NO_FORM: FormReading = { ok: true, values: null };
