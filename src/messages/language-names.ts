import type { Language } from './language.js';

/** The languages as their speakers call them: the same in every language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ru: 'Русский',
  he: 'עברית',
  ar: 'العربية',
};
