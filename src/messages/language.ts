/** The languages that replies are written in, by BCP 47 tag; English is taken if another has no message. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'ru', 'he', 'ar'] as const;

/** One of those languages. */
export type Language = (typeof LANGUAGES)[number];

/** Those written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['he', 'ar']);

/** What dates, numbers and plurals follow, if it is more than the language: English days come before months. */
const FORMATS: Partial<Readonly<Record<Language, string>>> = { en: 'en-GB' };

/** Tags of a language under another name: Hebrew's was `iw` until 1989. */
const OLD_TAGS: Readonly<Record<string, Language>> = { iw: 'he' };

/** The language for a locale such as Discord's (`pt-BR`, `es-419`): by its first part; English for those not spoken here. */
export function languageOf(locale: string): Language {
  const tag = locale.toLowerCase().split(/[-_]/u)[0] ?? '';
  return LANGUAGES.find((language) => language === tag) ?? OLD_TAGS[tag] ?? 'en';
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: Language): boolean {
  return RIGHT_TO_LEFT.has(language);
}

/** The BCP 47 tag that dates, numbers and plurals of a language follow. */
export function formatsOf(language: Language): string {
  return FORMATS[language] ?? language;
}
