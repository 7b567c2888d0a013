import type { ButtonInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import type { Control } from '../controls/control-id.js';
import { readPageState } from '../controls/message-controls.js';
import { buildReplyMessage, listFiles } from '../render/reply-message.js';
import { type AdmittedCommand, admitCommand } from './admit-command.js';
import { openForm } from './open-form.js';
import type { Presses } from './presses.js';
import { refusePrivately } from './refuse.js';
import { runAdmitted } from './run-admitted.js';

/** A press on a button that runs a command: its reply takes the message's place; a refusal is said to the presser alone, and the message stays. */
export async function handleAction(
  interaction: ButtonInteraction,
  control: Control,
  settings: BotSettings,
  presses: Presses,
): Promise<void> {
  const admitted = await admitCommand(interaction, control, settings);
  if (admitted === null) return;
  const { form } = admitted.command;
  if (form !== null) return openForm(interaction, admitted, form, settings);
  const isDone = await presses.do(interaction, () => replace(interaction, admitted, settings));
  if (!isDone) await refusePrivately(interaction, phrase('discord.press-under-way'), admitted.say);
}

async function replace(
  interaction: ButtonInteraction,
  admitted: AdmittedCommand,
  settings: BotSettings,
): Promise<void> {
  const { command, options, say } = admitted;
  const { message } = interaction;
  const before = {
    embeds: message.embeds.map((embed) => embed.toJSON()),
    components: message.components.map((component) => component.toJSON()),
  };
  let isOverwritten = false;
  const restore = async (): Promise<void> => {
    if (isOverwritten) await interaction.editReply(before);
  };
  await interaction.deferUpdate();
  const { run } = await runAdmitted(admitted, null, settings, (progress) => {
    isOverwritten = true;
    return interaction.editReply(progress);
  }).catch(async (error: unknown) => {
    await restore();
    throw error;
  });
  const { reply } = run;
  if (reply.kind === 'refused') {
    await restore();
    return refusePrivately(interaction, reply.reason, say);
  }
  const isRepeatable = run.isRepeatable && command.isOffered;
  const origin = { command: command.name, options, userId: interaction.user.id, isRepeatable };
  const list = readPageState(interaction);
  const isSameList = reply.kind === 'notice' && reply.again?.command === list?.command;
  const page = isSameList ? (list?.page ?? 0) : 0;
  await interaction.editReply({
    ...buildReplyMessage(reply, origin, say, { page }),
    files: listFiles(reply),
    attachments: [],
  });
}
