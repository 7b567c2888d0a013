import type { ModalSubmitInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { decodeControl } from '../controls/control-id.js';
import { readForm } from '../respond/read-form.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';
import { admitNamed } from './admit-command.js';
import { answerApart } from './answer-apart.js';

/** A form that was filled in: access and options are checked again, its files fetched, and its command run. */
export async function handleForm(
  interaction: ModalSubmitInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const control = decodeControl(interaction.customId);
  const admitted = control?.kind === 'form' ? await admitNamed(interaction, control, visit, settings) : null;
  if (control?.kind === 'form' && admitted === null) return;
  const form = admitted?.command.form ?? null;
  if (admitted === null || form === null)
    return refusePrivately(interaction, phrase('discord.form-unknown'), visit.say);
  await answerApart(interaction, admitted, settings, {
    isPrivate: admitted.command.isPrivate,
    readForm: () => readForm(interaction, form),
  });
}
