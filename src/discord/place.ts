import type { BaseInteraction, Message } from 'discord.js';
import type { Place } from '../place.js';
import { isModerator } from './access.js';
import type { BotSettings } from './bot-settings.js';

/** Where an interaction comes from, and what its user may do there. */
export function readPlace(interaction: BaseInteraction, settings: BotSettings): Promise<Place> {
  return Promise.resolve({
    guildId: interaction.guildId,
    userId: interaction.user.id,
    isModerator: isModerator(interaction, settings.moderatorRoleId),
    isOperator: false,
    language: 'en',
  });
}

/** Where a message was written; nobody looks after anything by a message. */
export function readMessagePlace(message: Message, _settings: BotSettings): Promise<Place> {
  return Promise.resolve({
    guildId: message.guildId,
    userId: message.author.id,
    isModerator: false,
    isOperator: false,
    language: 'en',
  });
}
