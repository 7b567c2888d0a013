import { primaryLanguage } from '../article/language-tag.js';
import { foldWord } from './fold-word.js';

const MONTHS = 12;
const remembered = new Map<string, ReadonlyMap<string, number>>();

/**
 * The months of a language by their folded names, each with its number from 1: full and shortened, alone and as they stand in a date
 * ("март", "марта"), as `Intl.DateTimeFormat` has them. Names that hold digits (Japanese) are left out.
 */
export function monthsIn(language: string): ReadonlyMap<string, number> {
  const primary = primaryLanguage(language);
  const known = remembered.get(primary);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(primary, { month, timeZone: 'UTC', calendar: 'gregory' }),
    new Intl.DateTimeFormat(primary, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' }),
  ]);
  for (let month = 0; month < MONTHS; month += 1) {
    const day = new Date(Date.UTC(2031, month, 15));
    for (const format of formats) {
      const part = format.formatToParts(day).find(({ type }) => type === 'month');
      const name = foldWord(part?.value ?? '', primary).replace(/\.$/u, '');
      if (/^\p{L}[\p{L}\p{M}' ]{2,}$/u.test(name)) names.set(name, month + 1);
    }
  }
  remembered.set(primary, names);
  return names;
}
