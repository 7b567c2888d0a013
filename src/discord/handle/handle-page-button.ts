import type { ButtonInteraction } from 'discord.js';
import { nameCommand } from '../../messages/command-words.js';
import { phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { fingerprintReply } from '../controls/fingerprint-reply.js';
import { isPrivateMessage, readPageState } from '../controls/message-controls.js';
import { chooseOffers } from '../controls/offers.js';
import { turnPage } from '../controls/page-row.js';
import { type PageButton, readPageButton } from '../controls/page-state.js';
import { renderReply } from '../render/render-reply.js';
import { buildReplyMessage } from '../render/reply-message.js';
import { admitCommand } from './admit-command.js';
import { refusePrivately } from './refuse.js';
import { runCommand } from './run-command.js';
import { sayTo } from './say-to.js';

/**
 * A press on Previous, Next and their like: the command is run again with the options that stand in the buttons, and
 * the message shows the page. Whatever stands against it is said to the presser alone, and the message stays.
 */
export async function handlePageButton(interaction: ButtonInteraction, settings: BotSettings): Promise<void> {
  const button = readPageButton(interaction.customId);
  const state = readPageState(interaction);
  if (button === null || state === null || interaction.user.id !== state.userId) {
    const say = await sayTo(interaction, settings);
    const isForeign = button !== null && state !== null;
    const reason = isForeign
      ? phrase('discord.pages-of-another', { command: nameCommand(state.command) })
      : phrase('discord.control-unknown');
    return refusePrivately(interaction, reason, say);
  }
  const admitted = await admitCommand(interaction, state, settings);
  if (admitted === null) return;
  const { command, options, place, say } = admitted;
  await interaction.deferUpdate();
  const context = await settings.contextAt(place);
  const { reply, isRepeatable } = await runCommand(command, options, context);
  if (reply.kind === 'refused') return refusePrivately(interaction, reply.reason, say);
  const origin = { command: command.name, options, userId: state.userId, isRepeatable };
  const isChanged = fingerprintReply(reply) !== state.fingerprint;
  const page = choosePage(button, state.page, renderReply(reply, say).embeds.length, isChanged);
  const isPrivate = isPrivateMessage(interaction.message);
  const offers = chooseOffers(interaction, command, { isPrivate, hasServer: context.server !== null });
  await interaction.editReply(buildReplyMessage(reply, origin, say, { page, isChanged, offers }));
}

/** Another result is read from its beginning. */
function choosePage(button: PageButton, page: number, count: number, isChanged: boolean): number {
  return isChanged ? 0 : turnPage(button, page, count);
}
