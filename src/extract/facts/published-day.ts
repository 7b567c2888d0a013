import { type Article, type AsideKind, textAt } from '../../article/article.js';
import { monthsIn } from '../../language/calendar-names.js';
import { foldWord } from '../../language/fold-word.js';
import { dayOf } from './calendar.js';

/** What a page says of itself above its prose, where the day of an article may stand. */
const ABOVE: ReadonlySet<AsideKind> = new Set<AsideKind>(['dateline', 'byline', 'time']);
/** When a page was last changed is not when its story was told. */
const CHANGED = /^(?:last )?(?:updated|modified|edited|corrected|reviewed|checked)\b/iu;
const DAY =
  /(?<![\p{L}\p{N}])(?:(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>\p{L}{3,9})\.?,? |(?<first>\p{L}{3,9})\.? (?<second>\d{1,2})(?:st|nd|rd|th)?,? |)(?<year>(?:19|20)\d{2})(?<iso>-\d{2}-\d{2})?(?!\p{N})/gu;

/**
 * The ISO day that an English article was published: the one that is stated for it or, where none is, the one that a line above its second paragraph gives
 * in full (“By Ada Finch, Port Post, 14 May 2031”); null if there is none, or if such lines give several.
 */
export function publishedDay({
  meta,
  asides,
  paragraphs,
  text,
}: Pick<Article, 'meta' | 'asides' | 'paragraphs' | 'text'>): string | null {
  if (meta.published !== null) return meta.published;
  const prose = paragraphs.filter(({ kind }) => kind !== 'heading');
  const until = prose[1]?.start ?? text.length;
  const days = asides
    .filter(({ kind, end }) => ABOVE.has(kind) && end <= until)
    .map((line) => textAt({ text }, line))
    .filter((words) => !CHANGED.test(words))
    .flatMap(daysOf);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

function daysOf(words: string): string[] {
  return Array.from(words.matchAll(DAY)).flatMap(({ groups = {} }) => {
    const { day, month, first, second, year = '', iso } = groups;
    if (iso !== undefined) return toDay(Number(year), Number(iso.slice(1, 3)), Number(iso.slice(4)));
    const name = foldWord(month ?? first ?? '', 'en');
    const place = name === 'sept' ? 9 : monthsIn('en').get(name);
    return place === undefined ? [] : toDay(Number(year), place, Number(day ?? second));
  });
}

function toDay(year: number, month: number, day: number): string[] {
  const days = dayOf(year, month, day);
  return days === null ? [] : [days.from];
}
