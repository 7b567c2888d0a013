/** Whether the rules for English apply to this BCP 47 tag. */
export function isEnglish(language: string): boolean {
  return /^en\b/iu.test(language);
}

/** The language of a BCP 47 tag without its region and script: "pt" for "pt-BR", "nb" for "nb-NO". */
export function primaryLanguage(language: string): string {
  return (language.split('-')[0] ?? language).toLowerCase();
}

/** Languages that put no space between words: Chinese, Cantonese, Japanese, Thai, Lao, Khmer, Burmese. */
const WITHOUT_SPACES = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'km', 'my']);

/** Whether the words of a language run on without spaces, so that only a dictionary parts them. */
export function isWithoutSpaces(language: string): boolean {
  return WITHOUT_SPACES.has(primaryLanguage(language));
}
