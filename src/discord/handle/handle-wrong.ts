import type { ButtonInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { sayIn } from '../../messages/say.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { readPlace } from '../place.js';
import { cutWords } from '../render/cut-words.js';
import { readAnswer } from '../render/read-answer.js';
import { handleShow } from './handle-show.js';
import { refusePrivately } from './refuse.js';

/** A press on "Wrong passage": the question that the message shows goes to the gaps of the server, once for each message. */
export async function handleWrong(interaction: ButtonInteraction, settings: BotSettings): Promise<void> {
  const place = await readPlace(interaction, settings);
  const { corpus } = await settings.contextAt(place);
  const { message } = interaction;
  const asked = readAnswer(message.embeds[0]?.toJSON(), corpus)?.question;
  const asking = findAskCommand(settings.commands);
  if (asked === undefined || asking === null) {
    return refusePrivately(interaction, phrase('discord.control-unknown'), sayIn(place.language));
  }
  const question = cutWords(asked, asking.maxLength);
  const options = { [ASKING.option]: question, message: message.id };
  await handleShow(interaction, { command: 'passage wrong', options }, settings);
}
