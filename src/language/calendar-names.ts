import { languageOf, perLanguage } from '../lexicon/language.js';
import { cutForms } from './cut-forms.js';
import { foldWord } from './fold-word.js';

const MONTHS = 12;
/** Letters that are the beginning of a month's name in all its cases at least, and those that a case adds. */
const STEM = { fewest: 3, sure: 4, adds: 2 };

/**
 * The months of a language by their folded names, each with its number from 1: full and shortened, alone and as they are in a date
 * ("март", "марта"), as `Intl.DateTimeFormat` has them. Names that hold digits (Japanese) are left out.
 */
export const monthsIn: (language: string) => ReadonlyMap<string, number> = perLanguage(({ code }) => {
  const names = new Map<string, number>();
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(code, { month, timeZone: 'UTC', calendar: 'gregory' }),
    new Intl.DateTimeFormat(code, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' }),
  ]);
  for (let month = 0; month < MONTHS; month += 1) {
    const day = new Date(Date.UTC(2031, month, 15));
    for (const format of formats) {
      const part = format.formatToParts(day).find(({ type }) => type === 'month');
      const name = foldWord(part?.value ?? '', code).replace(/\.$/u, '');
      if (/^\p{L}[\p{L}\p{M}' ]{2,}$/u.test(name)) names.set(name, month + 1);
    }
  }
  return names;
});

/** Whether a folded word is the name of a month in a language, in any of its cases ("марте", "marcu") or with what leans on it ("במרץ", "ومارس"). */
export function isMonthIn(word: string, language: string): boolean {
  const months = monthsIn(language);
  if (months.has(word)) return true;
  const { cuts } = languageOf(language).writing;
  const bare = cutForms(word, cuts);
  // Two may lean on it: "that in May".
  if ([...bare, ...bare.flatMap((form) => cutForms(form, cuts))].some((form) => months.has(form)))
    return true;
  return stemsIn(language).some((stem) => {
    const added = word.length - stem.length;
    return word.startsWith(stem) && added > 0 && added <= (stem.length < STEM.sure ? 1 : STEM.adds);
  });
}

/** What the months begin with whatever their case, in a language that has another form of them in a date; none for others. */
const stemsIn = perLanguage(({ code }): readonly string[] => {
  const long = { month: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
  const alone = new Intl.DateTimeFormat(code, long);
  const dated = new Intl.DateTimeFormat(code, { ...long, day: 'numeric' });
  return Array.from({ length: MONTHS }, (_, month) => {
    const day = new Date(Date.UTC(2031, month, 15));
    const own = foldWord(dated.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '', code);
    return own === foldWord(alone.format(day), code) ? '' : own.slice(0, -1);
  }).filter((stem) => stem.length >= STEM.fewest);
});
