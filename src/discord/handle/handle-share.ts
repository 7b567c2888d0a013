import { type ButtonInteraction, PermissionFlagsBits, userMention } from 'discord.js';
import { type Phrase, phrase, type Say } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { changeButton, isPrivateMessage, precede, redraw } from '../controls/message-controls.js';
import { SHARE } from '../controls/offer-buttons.js';
import { componentsOf } from '../controls/read-exchange.js';
import type { Visit } from '../visit.js';
import { pressOnce } from './press-once.js';

/** A press on "Share": what its user alone has seen is posted for the channel, once, with who shared it and without pings. */
export async function handleShare(
  interaction: ButtonInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  await pressOnce(interaction, visit, settings, {
    objection: findObjection(interaction),
    work: () => share(interaction, visit.say),
    taken: phrase('discord.shared-before'),
    isOnce: true,
  });
}

async function share(interaction: ButtonInteraction, say: Say): Promise<void> {
  const { message, user } = interaction;
  const before = componentsOf(message);
  const label = say(phrase('discord.shared'));
  const sharedBy = say(phrase('discord.shared-by', { user: userMention(user.id) }));
  const done = changeButton(message, SHARE, (button) => ({ ...button, label, disabled: true }));
  await interaction.update(redraw(message, done));
  try {
    await interaction.followUp({
      ...precede(
        message,
        changeButton(message, SHARE, () => null),
        sharedBy,
      ),
      allowedMentions: { parse: [] },
    });
  } catch (error) {
    await interaction.editReply(redraw(message, before));
    throw error;
  }
}

/** Who may not write in the channel themselves may not by our hand either; null if nothing is against it. */
function findObjection(interaction: ButtonInteraction): Phrase | null {
  const { message, channel, memberPermissions } = interaction;
  if (!isPrivateMessage(message)) return phrase('discord.shared-before');
  if (memberPermissions === null) return null;
  const needed =
    channel?.isThread() === true
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
  if (!memberPermissions.has(needed)) return phrase('discord.share-not-allowed');
  const isGuest = interaction.inGuild() && interaction.authorizingIntegrationOwners[0] === undefined;
  // Discord shows what such an app posts to its user alone then.
  if (isGuest && !memberPermissions.has(PermissionFlagsBits.UseExternalApps)) {
    return phrase('discord.share-not-allowed-app');
  }
  return null;
}
