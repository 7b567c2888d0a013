import type { BaseInteraction, Interaction, Message } from 'discord.js';
import type { Phrase } from '../../messages/phrase.js';
import type { BotSettings } from '../bot-settings.js';
import { isForAll } from '../controls/offers.js';
import type { Action, Doer } from '../pace/cooldowns.js';
import { refusePrivately } from '../respond/refuse.js';
import type { Visit } from '../visit.js';

/**
 * Tells who acts too fast to wait, for them alone; false, and it counts, if they do not. A form that was filled in
 * is always taken: the command that opened it was counted, and a refusal would lose what was typed.
 */
export async function refuseHaste(
  interaction: Interaction,
  visit: Visit,
  settings: BotSettings,
): Promise<boolean> {
  if (!interaction.isRepliable() || interaction.isModalSubmit()) return false;
  const reason = checkInteraction(isQuestion(visit) ? 'question' : 'press', interaction, visit, settings);
  if (reason === null) return false;
  await refusePrivately(interaction, reason, visit.say);
  return true;
}

/**
 * Whether an interaction asks the articles, rather than the bot about itself or moderators' work: that goes at the pace of
 * presses, or a long cooldown would keep moderators from lifting it.
 */
function isQuestion({ command }: Visit): boolean {
  return command !== null && isForAll(command);
}

/** Why an interaction comes too soon; null if it does not. */
export function checkInteraction(
  action: Action,
  { user, channelId }: BaseInteraction,
  visit: Pick<Visit, 'place' | 'server'>,
  settings: BotSettings,
): Phrase | null {
  const doer = { userId: user.id, guildId: visit.place.guildId, channelId };
  return settings.cooldowns.check(action, doer, findCooldown(visit, settings));
}

/** Why a message that asks something comes too soon; null, and it counts, if it does not. */
export function checkMessage(message: Message, visit: Visit, settings: BotSettings): Phrase | null {
  return settings.cooldowns.check('question', doerOf(message), findCooldown(visit, settings));
}

/** Whether a message that was put to nobody by name may be looked into: it counts as a question once it is answered. */
export function mayOverhear(message: Message, visit: Visit, settings: BotSettings): boolean {
  const doer = doerOf(message);
  const seconds = findCooldown(visit, settings);
  if (settings.cooldowns.foresee('question', doer, seconds) !== null) return false;
  return settings.cooldowns.check('overheard', doer, seconds) === null;
}

function doerOf({ author, guildId, channelId }: Message): Doer {
  return { userId: author.id, guildId, channelId };
}

function findCooldown({ server }: Pick<Visit, 'server'>, { settings }: BotSettings): number {
  return server?.cooldownSeconds ?? settings.defaults.cooldownSeconds;
}
