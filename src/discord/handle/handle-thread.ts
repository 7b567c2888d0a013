import {
  type ButtonInteraction,
  ChannelType,
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type ThreadChannel,
} from 'discord.js';
import { type Phrase, phrase, type Say } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { changeButton, precede, redraw } from '../controls/message-controls.js';
import { THREAD } from '../controls/offer-buttons.js';
import { readAsked } from '../controls/read-exchange.js';
import { LIMITS } from '../limits.js';
import { cutWords } from '../render/cut-words.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';
import { pressOnce } from './press-once.js';

/** What both the bot and who presses need, so that nobody does by our hand what they may not do themselves. */
const NEEDED = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];

/** A press on "Continue in a thread": a thread from the message, which begins with its answer and how to go on. */
export async function handleThread(
  interaction: ButtonInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  await pressOnce(interaction, visit, settings, {
    objection: findObjection(interaction),
    work: () => open(interaction, settings, visit.say),
    taken: phrase('discord.press-under-way'),
    isOnce: false,
  });
}

async function open(
  interaction: ButtonInteraction,
  { isReadingMessages }: BotSettings,
  say: Say,
): Promise<void> {
  const { message } = interaction;
  await interaction.deferUpdate();
  const name = cutWords(readAsked(message) ?? '', LIMITS.threadName);
  const thread = await message
    .startThread({ name: name === '' ? say(phrase('discord.thread-name')) : name })
    .catch((error: unknown) => explain(error));
  if ('message' in thread) return refusePrivately(interaction, thread, say);
  const components = changeButton(message, THREAD, () => null);
  const how = say(phrase(isReadingMessages ? 'discord.thread-how-open' : 'discord.thread-how'));
  await thread.send({
    ...precede(message, components, how),
    allowedMentions: { parse: [] },
  });
  await interaction.editReply(redraw(message, components));
}

function findObjection({
  message,
  channel,
  appPermissions,
  memberPermissions,
}: ButtonInteraction): Phrase | null {
  if (message.hasThread) return phrase('discord.thread-there');
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement) {
    return phrase('discord.thread-not-here');
  }
  if (!appPermissions.has(NEEDED)) return phrase('discord.thread-bot-not-allowed');
  return memberPermissions?.has(NEEDED) === true ? null : phrase('discord.thread-not-allowed');
}

/** Why Discord opened no thread, if that is the server's to mend. @throws whatever else it is. */
function explain(error: unknown): Phrase | ThreadChannel {
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)
      return phrase('discord.thread-there');
    if (error.code === RESTJSONErrorCodes.MissingPermissions) return phrase('discord.thread-bot-not-allowed');
    if (error.code === RESTJSONErrorCodes.MaximumActiveThreads) return phrase('discord.thread-too-many');
  }
  throw error;
}
