import type { Choice } from './payloads.js';

type Translations = Readonly<Record<string, string | null | undefined>> | null;

/** A command or an option as the API gives it, as far as the page needs it. */
interface Named {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Translations;
  readonly description_localizations?: Translations;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly (Choice & { readonly name_localizations?: Translations })[];
  readonly options?: readonly Named[];
}

/** A command or an option as the reader of a language is shown it; `name` stays what is sent. */
export interface Localized {
  readonly type: number;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Choice[];
  readonly options?: readonly Localized[];
}

/** Languages in whose place another is shown, before the default. https://discord.com/developers/docs/interactions/application-commands#localization */
const FALLBACKS: Readonly<Record<string, string>> = {
  'en-US': 'en-GB',
  'en-GB': 'en-US',
  'es-419': 'es-ES',
};

/** A command, with its options and their choices, in a language; by default if it has no words in it. */
export function localize(named: Named, locale: string): Localized {
  const { name_localizations: names, description_localizations: descriptions, choices, options } = named;
  return {
    ...named,
    label: textIn(names, locale) ?? named.name,
    description: textIn(descriptions, locale) ?? named.description,
    choices: (choices ?? []).map((choice) => ({
      name: textIn(choice.name_localizations, locale) ?? choice.name,
      value: choice.value,
    })),
    options: (options ?? []).map((option) => localize(option, locale)),
  };
}

function textIn(localized: Translations | undefined, locale: string): string | undefined {
  return localized?.[locale] ?? localized?.[FALLBACKS[locale] ?? ''] ?? undefined;
}
