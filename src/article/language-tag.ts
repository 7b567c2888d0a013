import { languageOf } from '../lexicon/language.js';

/** The language of a BCP 47 tag without its region and script, in the code that stands for it today: "pt" for "pt-BR", "he" for "iw", "de" for "deu". */
export function primaryLanguage(language: string): string {
  return languageOf(language).code;
}

/** Whether the rules for English apply to this BCP 47 tag. */
export function isEnglish(language: string): boolean {
  return primaryLanguage(language) === 'en';
}

/** Whether the words of a language run on without spaces, so that only a dictionary parts them. */
export function isWithoutSpaces(language: string): boolean {
  return languageOf(language).writing.isRunOn === true;
}
