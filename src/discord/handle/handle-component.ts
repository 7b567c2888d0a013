import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { decodeControl } from '../controls/control-id.js';
import { SHARE, THREAD, WRONG_PASSAGE } from '../controls/offer-buttons.js';
import { readPageButton } from '../controls/page-state.js';
import { PASSAGE_LIST } from '../controls/passage-controls.js';
import { handleAction } from './handle-action.js';
import { handlePageButton } from './handle-page-button.js';
import { handleShare } from './handle-share.js';
import { handleShow } from './handle-show.js';
import { handleThread } from './handle-thread.js';
import { handleWrong } from './handle-wrong.js';
import type { Presses } from './presses.js';
import { refusePrivately } from './refuse.js';
import { sayTo } from './say-to.js';

/** A press on a button of ours: its custom_id says what it does. */
export async function handleButton(
  interaction: ButtonInteraction,
  settings: BotSettings,
  presses: Presses,
): Promise<void> {
  const { customId } = interaction;
  if (readPageButton(customId) !== null) return handlePageButton(interaction, settings);
  if (customId === WRONG_PASSAGE) return handleWrong(interaction, settings);
  if (customId === SHARE) return handleShare(interaction, settings, presses);
  if (customId === THREAD) return handleThread(interaction, settings, presses);
  const control = decodeControl(customId);
  if (control?.kind === 'do') return handleAction(interaction, control, settings, presses);
  if (control?.kind === 'show') return handleShow(interaction, control, settings);
  return refuseUnknown(interaction, settings);
}

/** A choice from the list of cited passages: its value says what it opens. */
export async function handleSelect(
  interaction: StringSelectMenuInteraction,
  settings: BotSettings,
): Promise<void> {
  const [chosen = ''] = interaction.values;
  const control = interaction.customId === PASSAGE_LIST ? decodeControl(chosen) : null;
  if (control?.kind === 'show') return handleShow(interaction, control, settings);
  return refuseUnknown(interaction, settings);
}

async function refuseUnknown(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  settings: BotSettings,
): Promise<void> {
  await refusePrivately(interaction, phrase('discord.control-unknown'), await sayTo(interaction, settings));
}
