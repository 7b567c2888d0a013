import { distance } from 'fastest-levenshtein';

/** Short forms of first names that news uses for the same person, each group on a line of its own. */
const SHORT_FORMS = `william bill will billy|robert bob rob bobby|richard rick dick rich|james jim jimmy|john jack johnny jon|joseph joe joey|
edward ed ted eddie|michael mike mick|thomas tom tommy|charles charlie chuck|christopher chris|daniel dan danny|david dave|donald don|
andrew andy drew|anthony tony|benjamin ben bibi|samuel sam|stephen steve steven|timothy tim|gregory greg|kenneth ken|ronald ron|
lawrence larry|gerald jerry|matthew matt|nicholas nick|patrick pat|peter pete|philip phil|raymond ray|vincent vince|walter walt|
alexander alex|frederick fred|francis frank|albert al|alfred alf|leonard len|elizabeth liz beth betty|katherine kate kathy katie|
catherine cathy cath|margaret maggie meg|susan sue|deborah debbie deb|jennifer jen jenny|jessica jess|patricia pat patty|
rebecca becky|victoria vicky|abigail abby|barbara barb|christine chris|pamela pam|theodore ted|nathaniel nate|joshua josh|jacob jake`;

const shortForms = new Map<string, Set<string>>();

/** Whether two first names, compared forms, are forms of one: "William" and "Bill". */
export function areShortForms(a: string, b: string): boolean {
  if (shortForms.size === 0) {
    for (const group of SHORT_FORMS.replace(/\n/gu, '').split('|')) {
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
