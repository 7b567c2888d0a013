import type { BaseInteraction, Interaction, Message, RepliableInteraction } from 'discord.js';
import type { Phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { readCommandName } from '../command-options.js';
import { isForAll } from '../controls/offers.js';
import type { Deed, Doer } from '../pace/cooldowns.js';
import { findServer } from '../place.js';
import { refusePrivately } from './refuse.js';
import { sayTo } from './say-to.js';

/**
 * Tells who acts too fast to wait, for them alone; false, and it counts, where they do not. A form that was filled in
 * is always taken: the command that opened it was counted, and a refusal would lose what was typed.
 */
export async function refuseHaste(interaction: Interaction, settings: BotSettings): Promise<boolean> {
  if (!interaction.isRepliable() || interaction.isModalSubmit()) return false;
  const deed = isQuestion(interaction, settings) ? 'question' : 'press';
  const reason = await checkInteraction(deed, interaction, settings);
  if (reason === null) return false;
  await refusePrivately(interaction, reason, await sayTo(interaction, settings));
  return true;
}

/**
 * Whether an interaction asks the articles, rather than the bot about itself or moderators' work: that goes at the pace of
 * presses, or a long cooldown would keep moderators from lifting it.
 */
function isQuestion(interaction: RepliableInteraction, { commands }: BotSettings): boolean {
  if (!interaction.isChatInputCommand()) return interaction.isCommand();
  const typed = readCommandName(interaction);
  const command = commands.find(({ name }) => name === typed);
  return command !== undefined && isForAll(command);
}

/** Why an interaction comes too soon; null where it does not. */
export async function checkInteraction(
  deed: Deed,
  interaction: BaseInteraction,
  settings: BotSettings,
): Promise<Phrase | null> {
  const guildId = findServer(interaction);
  const { user, channelId } = interaction;
  const seconds = await readCooldown(guildId, settings);
  return settings.cooldowns.check(deed, { userId: user.id, guildId, channelId }, seconds);
}

/** Why a message that asks something comes too soon; null, and it counts, where it does not. */
export async function checkMessage(message: Message, settings: BotSettings): Promise<Phrase | null> {
  const seconds = await readCooldown(message.guildId, settings);
  return settings.cooldowns.check('question', doerOf(message), seconds);
}

/** Whether a message that was put to nobody by name may be looked into: it counts as a question once it is answered. */
export async function mayOverhear(message: Message, settings: BotSettings): Promise<boolean> {
  const doer = doerOf(message);
  const seconds = await readCooldown(message.guildId, settings);
  if (settings.cooldowns.foresee('question', doer, seconds) !== null) return false;
  return settings.cooldowns.check('overheard', doer, seconds) === null;
}

function doerOf({ author, guildId, channelId }: Message): Doer {
  return { userId: author.id, guildId, channelId };
}

async function readCooldown(guildId: string | null, { settings }: BotSettings): Promise<number> {
  const { cooldownSeconds } = settings.defaults;
  if (guildId === null) return cooldownSeconds;
  return (await settings.deskOf(guildId).read()).cooldownSeconds ?? cooldownSeconds;
}
