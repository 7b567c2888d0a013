import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { BotSettings } from '../bot-settings.js';
import type { Control } from '../controls/control-id.js';
import type { Visit } from '../visit.js';
import { admitNamed } from './admit-command.js';
import { answerApart } from './answer-apart.js';

/** A control whose command's reply its user alone sees, beside the message: a cited passage, the text around it. */
export async function handleShow(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  control: Pick<Control, 'command' | 'options'>,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const admitted = await admitNamed(interaction, control, visit, settings);
  if (admitted !== null) await answerApart(interaction, admitted, settings, { isPrivate: true });
}
