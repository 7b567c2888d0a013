import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';
import { languageOfWords, lexiconOf } from '../lexicon/lexicon.js';
import { foldWord } from './fold-word.js';

const DAYS_IN_WEEK = 7;
const patterns = new Map<string, RegExp>();

/** Whether a text names a day of the week, a day or a time counted from now, or a time of day, in a language (BCP 47) that has words for it here or in CLDR. */
export function hasTimeWords(text: string, language: string): boolean {
  const primary = languageOfWords(primaryLanguage(language));
  let pattern = patterns.get(primary);
  if (pattern === undefined) {
    const words = [...daysOfWeek(primary), ...(lexiconOf(primary).times ?? [])];
    // Where no space parts words, other letters stand on either side.
    const [before, behind] = isWithoutSpaces(primary) ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?!\\p{L})'];
    pattern = new RegExp(`${before}(?:${words.join('|')})${behind}`, 'u');
    patterns.set(primary, pattern);
  }
  return pattern.test(foldWord(text, primary));
}

function daysOfWeek(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: DAYS_IN_WEEK }, (_, day) =>
    foldWord(format.format(new Date(Date.UTC(2031, 0, day + 1))), language).replace(
      /[\\^$.*+?()[\]{}|]/gu,
      '\\$&',
    ),
  );
}
