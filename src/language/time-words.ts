import { perLanguage } from '../lexicon/language.js';
import { foldWord } from './fold-word.js';

const DAYS_IN_WEEK = 7;

/** Whether a text names a day of the week, a day or a time counted from now, or a time of day, in a language (BCP 47) that has words for it here or in CLDR. */
export function hasTimeWords(text: string, language: string): boolean {
  const { pattern, code } = timesIn(language);
  return pattern.test(foldWord(text, code));
}

const timesIn = perLanguage(({ codeOfWords: code, words, writing }) => {
  const times = [...daysOfWeek(code), ...(words.times ?? [])];
  // Where no space parts words, other letters are on either side.
  const [before, behind] = writing.isRunOn === true ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?!\\p{L})'];
  return { code, pattern: new RegExp(`${before}(?:${times.join('|')})${behind}`, 'u') };
});

function daysOfWeek(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: DAYS_IN_WEEK }, (_, day) =>
    foldWord(format.format(new Date(Date.UTC(2031, 0, day + 1))), language).replace(
      /[\\^$.*+?()[\]{}|]/gu,
      '\\$&',
    ),
  );
}
