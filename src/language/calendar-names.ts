import { primaryLanguage } from '../article/language-tag.js';
import { foldWord } from './fold-word.js';

const MONTHS = 12;
/** Letters that are the beginning of a month's name in all its cases at least, and those that a case adds. */
const STEM = { fewest: 3, sure: 4, adds: 2 };
/** What Hebrew writes in one with the name: "in", "the", "and", "to", "from", "that". */
const HEBREW_PREFIX = /^[בהולמש]{1,2}(?=\p{L}{3})/u;
const remembered = new Map<string, ReadonlyMap<string, number>>();

/**
 * The months of a language by their folded names, each with its number from 1: full and shortened, alone and as they are in a date
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

const stems = new Map<string, readonly string[]>();

/** Whether a folded word is the name of a month in a language, in any of its cases ("марте", "marcu") or with a prefix ("במרץ"). */
export function isMonthIn(word: string, language: string): boolean {
  const primary = primaryLanguage(language);
  const months = monthsIn(primary);
  if (months.has(word)) return true;
  if (primary === 'he') return months.has(word.replace(HEBREW_PREFIX, ''));
  return stemsIn(primary).some((stem) => {
    const added = word.length - stem.length;
    return word.startsWith(stem) && added > 0 && added <= (stem.length < STEM.sure ? 1 : STEM.adds);
  });
}

/** What the months begin with whatever their case, in a language that has another form of them in a date; none for others. */
function stemsIn(primary: string): readonly string[] {
  const known = stems.get(primary);
  if (known !== undefined) return known;
  const long = { month: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
  const alone = new Intl.DateTimeFormat(primary, long);
  const dated = new Intl.DateTimeFormat(primary, { ...long, day: 'numeric' });
  const found = Array.from({ length: MONTHS }, (_, month) => {
    const day = new Date(Date.UTC(2031, month, 15));
    const own = foldWord(dated.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '', primary);
    return own === foldWord(alone.format(day), primary) ? '' : own.slice(0, -1);
  }).filter((stem) => stem.length >= STEM.fewest);
  stems.set(primary, found);
  return found;
}
