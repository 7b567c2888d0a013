import type { ModalSubmitInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { decodeControl } from '../controls/control-id.js';
import { admitCommand } from './admit-command.js';
import { readForm } from './read-form.js';
import { refusePrivately } from './refuse.js';
import { replyWith } from './run-acknowledged.js';
import { sayTo } from './say-to.js';

/** A form that was filled in: access and options are checked again, its files fetched, and its command run. */
export async function handleForm(interaction: ModalSubmitInteraction, settings: BotSettings): Promise<void> {
  const control = decodeControl(interaction.customId);
  if (control?.kind !== 'form') {
    const say = await sayTo(interaction, settings);
    return refusePrivately(interaction, phrase('discord.form-unknown'), say);
  }
  const admitted = await admitCommand(interaction, control, settings);
  if (admitted === null) return;
  const { form } = admitted.command;
  if (form === null) return refusePrivately(interaction, phrase('discord.form-unknown'), admitted.say);
  const { isPrivate } = admitted.command;
  await replyWith(interaction, admitted, settings, {
    isPrivate,
    readForm: () => readForm(interaction, form),
  });
}
