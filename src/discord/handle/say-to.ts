import type { BaseInteraction } from 'discord.js';
import { languageOf } from '../../messages/language.js';
import type { Say } from '../../messages/phrase.js';
import { sayIn } from '../../messages/say.js';
import type { BotSettings } from '../bot-settings.js';
import { readPlace } from '../place.js';

/** Says phrases in the language of whoever acts; in that of their Discord where the server's settings cannot be had. */
export async function sayTo(interaction: BaseInteraction, settings: BotSettings): Promise<Say> {
  return readPlace(interaction, settings).then(
    ({ language }) => sayIn(language),
    () => sayIn(languageOf(interaction.locale)),
  );
}
