import type { ButtonInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import type { Control } from '../controls/control-id.js';
import { readPageState } from '../controls/message-controls.js';
import { buildPlainMessage, buildReplyMessage, listFiles } from '../render/reply-message.js';
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
  await interaction.deferUpdate();
  const { run, isProgressShown } = await runAdmitted(admitted, null, settings, (message) =>
    interaction.editReply(message),
  );
  const { reply } = run;
  if (reply.kind === 'refused') {
    // The message that showed how far it was has nothing else to say any more.
    if (isProgressShown) await interaction.editReply(buildPlainMessage(reply, say));
    else await refusePrivately(interaction, reply.reason, say);
    return;
  }
  const isRepeatable = run.isRepeatable && command.isOffered;
  const origin = { command: command.name, options, userId: interaction.user.id, isRepeatable };
  const before = readPageState(interaction);
  const isSameList = reply.kind === 'notice' && reply.again?.command === before?.command;
  const page = isSameList ? (before?.page ?? 0) : 0;
  await interaction.editReply({
    ...buildReplyMessage(reply, origin, say, { page }),
    files: listFiles(reply),
    attachments: [],
  });
}
