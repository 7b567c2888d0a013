const primaries = new Map<string, string>();

/** The language of a BCP 47 tag without its region and script, in the code that stands for it today: "pt" for "pt-BR", "he" for "iw", "de" for "deu". */
export function primaryLanguage(language: string): string {
  let primary = primaries.get(language);
  if (primary === undefined) {
    primary = findPrimary(language);
    primaries.set(language, primary);
  }
  return primary;
}

function findPrimary(language: string): string {
  try {
    return new Intl.Locale(language).language;
  } catch {
    return (language.split('-')[0] ?? language).toLowerCase();
  }
}

/** Whether the rules for English apply to this BCP 47 tag. */
export function isEnglish(language: string): boolean {
  return primaryLanguage(language) === 'en';
}

/** Languages that put no space between words: Chinese, Cantonese, Japanese, Thai, Lao, Khmer, Burmese. */
const WITHOUT_SPACES = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'km', 'my']);

/** Whether the words of a language run on without spaces, so that only a dictionary parts them. */
export function isWithoutSpaces(language: string): boolean {
  return WITHOUT_SPACES.has(primaryLanguage(language));
}
