import { Locale, type LocalizationMap } from 'discord.js';
import { readCatalogue } from '../messages/catalogue.js';
import { LANGUAGES, type Language } from '../messages/language.js';

/**
 * The locales that Discord's apps have, by language. English is what commands are written in; Hebrew and Arabic are
 * none of them, so commands keep their English words there.
 */
const LOCALES: Readonly<Record<Language, readonly Locale[]>> = {
  en: [],
  de: [Locale.German],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  fr: [Locale.French],
  pt: [Locale.PortugueseBR],
  ru: [Locale.Russian],
  he: [],
  ar: [],
};

/** The name of a command, an option or a choice in Discord's locales, by the key of the catalogues (`command.ask.name`); null if none has it. */
export function localiseName(key: string): { readonly name_localizations: LocalizationMap | null } {
  return { name_localizations: findTexts(key) };
}

/** The description of a command or an option in Discord's locales, likewise. */
export function localiseDescription(key: string): {
  readonly description_localizations: LocalizationMap | null;
} {
  return { description_localizations: findTexts(key) };
}

function findTexts(key: string): LocalizationMap | null {
  const texts = LANGUAGES.flatMap((language) => {
    const text = readCatalogue(language)[key];
    return text === undefined ? [] : LOCALES[language].map((locale) => [locale, text]);
  });
  return texts.length === 0 ? null : Object.fromEntries(texts);
}
