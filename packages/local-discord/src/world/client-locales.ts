import { Locale } from 'discord-api-types/v10';

/**
 * The languages of Discord's clients: those documented at https://discord.com/developers/docs/reference#locales, and
 * Arabic and Hebrew, which its published schema has (AvailableLocalesEnum) and its page does not. Commands take names in
 * the documented ones only.
 */
export const CLIENT_LOCALES: readonly string[] = [...Object.values(Locale), 'ar', 'he'];
