import type { ButtonInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { cutWords } from '../render/cut-words.js';
import { readAsked } from '../render/read-answer.js';
import { handleShow } from './handle-show.js';
import { refusePrivately } from './refuse.js';
import { sayTo } from './say-to.js';

/** A press on "Wrong passage": the question that the message shows goes to the gaps of the server, once for each message. */
export async function handleWrong(interaction: ButtonInteraction, settings: BotSettings): Promise<void> {
  const { message } = interaction;
  const asked = readAsked(message.embeds[0]?.toJSON());
  const asking = findAskCommand(settings.commands);
  if (asked === null || asking === null) {
    const say = await sayTo(interaction, settings);
    return refusePrivately(interaction, phrase('discord.control-unknown'), say);
  }
  const question = cutWords(asked, asking.maxLength);
  const options = { [ASKING.option]: question, message: message.id };
  await handleShow(interaction, { command: 'passage wrong', options }, settings);
}
