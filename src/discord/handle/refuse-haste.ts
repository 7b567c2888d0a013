import type { BaseInteraction, Interaction, Message } from 'discord.js';
import type { Phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import type { Deed } from '../pace/cooldowns.js';
import { findServer } from '../place.js';
import { refusePrivately } from './refuse.js';
import { sayTo } from './say-to.js';

/**
 * Tells who acts too fast to wait, for them alone; false, and it counts, where they do not. A form that was filled in
 * is always taken: the command that opened it was counted, and a refusal would lose what was typed.
 */
export async function refuseHaste(interaction: Interaction, settings: BotSettings): Promise<boolean> {
  if (!interaction.isRepliable() || interaction.isModalSubmit()) return false;
  const isQuestion = interaction.isCommand();
  const reason = await checkInteraction(isQuestion ? 'question' : 'press', interaction, settings);
  if (reason === null) return false;
  await refusePrivately(interaction, reason, await sayTo(interaction, settings));
  return true;
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

/** Why a message that asks something comes too soon; null where it does not. */
export async function checkMessage(
  { author, guildId, channelId }: Message,
  settings: BotSettings,
): Promise<Phrase | null> {
  const seconds = await readCooldown(guildId, settings);
  return settings.cooldowns.check('question', { userId: author.id, guildId, channelId }, seconds);
}

async function readCooldown(guildId: string | null, { settings }: BotSettings): Promise<number> {
  const { cooldownSeconds } = settings.defaults;
  if (guildId === null) return cooldownSeconds;
  return (await settings.deskOf(guildId).read()).cooldownSeconds ?? cooldownSeconds;
}
