import type { ButtonInteraction } from 'discord.js';
import { nameCommand } from '../../messages/command-words.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { isPrivateMessage, readPageState } from '../controls/message-controls.js';
import { chooseOffers } from '../controls/offers.js';
import { turnPage } from '../controls/page-row.js';
import { readPageButton } from '../controls/page-state.js';
import { inPlace } from '../respond/in-place.js';
import { refusePrivately } from '../respond/refuse.js';
import { respond } from '../respond/respond.js';
import type { Visit } from '../visit.js';
import { admitNamed } from './admit-command.js';

/**
 * A press on Previous, Next and their like: the command is run again with the options that are in the buttons, and
 * the message shows the page. Whatever speaks against it is said to the presser alone, and the message stays.
 */
export async function handlePageButton(
  interaction: ButtonInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const button = readPageButton(interaction.customId);
  const state = readPageState(interaction);
  if (button === null || state === null)
    return refusePrivately(interaction, phrase('discord.control-unknown'), visit.say);
  if (interaction.user.id !== state.userId) {
    const reason = phrase('discord.pages-of-another', { command: nameCommand(state.command) });
    return refusePrivately(interaction, reason, visit.say);
  }
  const admitted = await admitNamed(interaction, state, visit, settings);
  if (admitted === null) return;
  const isPrivate = isPrivateMessage(interaction.message);
  const response = {
    ...admitted,
    stage: inPlace(interaction, visit.say),
    event: { id: interaction.id, userId: state.userId },
    // Another result is read from its beginning.
    chooseView: ({ fingerprint, pages }: { readonly fingerprint: string; readonly pages: number }) =>
      fingerprint === state.fingerprint
        ? { page: turnPage(button, state.page, pages), isChanged: false }
        : { page: 0, isChanged: true },
    lastPage: button === 'last' ? null : state.page + 1,
    chooseOffers: ({ server }: { readonly server: unknown }) =>
      chooseOffers(interaction, admitted.command, { isPrivate, hasServer: server !== null }),
    isAsked: false,
  };
  await respond(response, settings);
}
