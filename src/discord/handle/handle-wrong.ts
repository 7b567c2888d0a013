import type { ButtonInteraction } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { readAsked } from '../controls/read-exchange.js';
import { cutWords } from '../render/cut-words.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';
import { admitNamed } from './admit-command.js';
import { answerApart } from './answer-apart.js';
import { readBefore } from './reply-chain.js';

/** A press on "Wrong passage": the question that the message shows goes to the gaps of the server, once for each message. */
export async function handleWrong(
  interaction: ButtonInteraction,
  visit: Visit,
  settings: BotSettings,
): Promise<void> {
  const { message } = interaction;
  const asked = readAsked(message);
  const asking = findAskCommand(settings.commands);
  if (asked === null || asking === null)
    return refusePrivately(interaction, phrase('discord.control-unknown'), visit.say);
  const options = { [ASKING.option]: cutWords(asked, asking.maxLength), message: message.id };
  const admitted = await admitNamed(interaction, { command: 'passage wrong', options }, visit, settings);
  if (admitted === null) return;
  await answerApart(interaction, admitted, settings, {
    isPrivate: true,
    findPrevious: (corpus) => readBefore(message, corpus),
  });
}
