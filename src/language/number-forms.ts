const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const TENS = 'thirty forty fifty sixty seventy eighty ninety';
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...UNITS.split(' ').map((word, i): [string, string] => [word, String(i)]),
  ...TENS.split(' ').map((word, i): [string, string] => [word, String(30 + 10 * i)]),
  ...ORDINALS.split(' ').map((word, i): [string, string] => [word, `${i}th`]),
]);

const MONTHS =
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  );
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ...MONTHS.map((name): [string, string] => [name.slice(0, 3), name]),
  ['sept', 'september'],
  ['tues', 'tuesday'],
  ['thur', 'thursday'],
  ['thurs', 'thursday'],
]);

/** Shortened names of months and days that are also words: only a full stop or a capital tells. */
const ALSO_WORDS = new Set(['mar', 'may', 'sat', 'sun', 'wed', 'mon', 'dec', 'jan']);

const DIGIT_ORDINAL = /^(\d+)(?:st|nd|rd|th)$/u;
const GROUPED_DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** "two" gives "2", "third" and "3rd" give "3th", "1,200" gives "1200"; null for what is no number. */
export function numberForm(norm: string): string | null {
  const word = NUMBER_WORDS.get(norm);
  if (word !== undefined) return word;
  const ordinal = DIGIT_ORDINAL.exec(norm);
  if (ordinal !== null) return `${ordinal[1]}th`;
  if (GROUPED_DIGITS.test(norm)) return norm.replaceAll(',', '');
  return /^\d[\d.,:]*$/u.test(norm) ? norm.replace(/[.,:]+$/u, '') : null;
}

/** The full name of a shortened month or day ("oct.", "Sept"); null for any other word. `isNamed`: it has a capital or a full stop. */
export function fullCalendarName(norm: string, isNamed: boolean): string | null {
  const bare = norm.replace(/\.$/u, '');
  if (ALSO_WORDS.has(bare) && !isNamed) return null;
  return SHORTENED.get(bare) ?? null;
}

/** Whether a normalised word names a month or a day of the week, in full or shortened with a full stop. */
export function isCalendarName(norm: string): boolean {
  return MONTHS.includes(norm) || (norm.endsWith('.') && SHORTENED.has(norm.slice(0, -1)));
}
