import { distance } from 'fastest-levenshtein';
import { linesOf } from '../../lexicon/words.js';

/** Short forms of first names that news uses for the same person: of each form all that it may stand for. */
const shortForms = new Map<string, Set<string>>();

/** Whether two first names, compared forms, are forms of one: "William" and "Bill". */
export function areShortForms(a: string, b: string): boolean {
  if (shortForms.size === 0) {
    for (const group of linesOf('names', 'shortForms')) {
      const forms = new Set(group.split(' '));
      for (const form of forms) shortForms.set(form, new Set([...(shortForms.get(form) ?? []), ...forms]));
    }
  }
  return shortForms.get(a)?.has(b) === true;
}

/** Letters of a first name from which one letter may differ by mistake: "Kristin" and "Kristen", but not "Joan" and "Jean". */
const ONE_SLIP_FROM = 6;

/** Whether two full names, as compared words, are one person's: the surname the same, the first name the same, short or an initial. */
export function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2) return false;
  if (a.join(' ') === b.join(' ')) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word) => long.includes(word))) return isInOrder(short, long);
  if (a.at(-1) !== b.at(-1)) return false;
  const [x = '', y = ''] = [a[0], b[0]];
  if (Math.min(x.length, y.length) >= ONE_SLIP_FROM && distance(x, y) === 1) return true;
  return x === y || areShortForms(x, y) || ((x.length === 1 || y.length === 1) && x[0] === y[0]);
}

function isInOrder(short: readonly string[], long: readonly string[]): boolean {
  let from = 0;
  for (const word of short) {
    const at = long.indexOf(word, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
