import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { decodeControl } from '../controls/control-id.js';
import { SHARE, THREAD, WRONG_PASSAGE } from '../controls/offer-buttons.js';
import { readPageButton } from '../controls/page-state.js';
import { PASSAGE_LIST } from '../controls/passage-controls.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';
import { handleAction } from './handle-action.js';
import { handlePageButton } from './handle-page-button.js';
import { handleShare } from './handle-share.js';
import { handleShow } from './handle-show.js';
import { handleThread } from './handle-thread.js';
import { handleWrong } from './handle-wrong.js';

/** A press on a button of ours: its custom_id says what it does. */
export async function handleButton(
  interaction: ButtonInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const { customId } = interaction;
  if (readPageButton(customId) !== null) return handlePageButton(interaction, visit, settings);
  if (customId === WRONG_PASSAGE) return handleWrong(interaction, visit, settings);
  if (customId === SHARE) return handleShare(interaction, visit, settings);
  if (customId === THREAD) return handleThread(interaction, visit, settings);
  const control = decodeControl(customId);
  if (control?.kind === 'do') return handleAction(interaction, control, visit, settings);
  if (control?.kind === 'show') return handleShow(interaction, control, visit, settings);
  return refuseUnknown(interaction, visit);
}

/** A choice from the list of cited passages: its value says what it opens. */
export async function handleSelect(
  interaction: StringSelectMenuInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const [chosen = ''] = interaction.values;
  const control = interaction.customId === PASSAGE_LIST ? decodeControl(chosen) : null;
  if (control?.kind === 'show') return handleShow(interaction, control, visit, settings);
  return refuseUnknown(interaction, visit);
}

async function refuseUnknown(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  { say }: Visit,
): Promise<void> {
  await refusePrivately(interaction, phrase('discord.control-unknown'), say);
}
