import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { phrase } from '../../messages/phrase.js';
import { ASKING, type BotSettings, findAskCommand } from '../bot-settings.js';
import { cutWords } from '../render/cut-words.js';
import { readAsked } from '../render/read-answer.js';
import { admitCommand } from './admit-command.js';
import { showPrivately } from './handle-show.js';
import { refusePrivately } from './refuse.js';
import { readAskedBefore } from './reply-chain.js';
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
  const { maxLength } = asking;
  const shorten = (text: string): string => cutWords(text, maxLength);
  const options = { [ASKING.option]: shorten(asked), message: message.id };
  const admitted = await admitCommand(interaction, { command: 'passage wrong', options }, settings);
  if (admitted === null) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const before = await readAskedBefore(message);
  const more = before === null ? {} : { before: shorten(before) };
  await showPrivately(interaction, { ...admitted, options: { ...admitted.options, ...more } }, settings);
}
