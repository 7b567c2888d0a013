import { isWithinSlips } from '../../language/typing-slip.js';
import type { GapQuestion, GapWord } from './gap-question.js';

/** Letters of a word from which one slip of the keys is forgiven, and two. */
const ONE_SLIP_FROM = 6;
const TWO_SLIPS_FROM = 9;
const MOST_SLIPS = 2;

/** Letters of a name from which a letter left out or put in is forgiven, and from which one mistaken: shorter names that differ by one are others' ("Hansen", "Hanson"). */
const NAME_GAP_FROM = 7;
const NAME_SLIP_FROM = 9;

/** Words, the commonest first, that others may be a slip of, and that may be one: each is compared with those of its first letter. */
const MOST_CORRECT = 2_000;
const MOST_WRITTEN = 10_000;

/** How often the right word is written, at least, for each time that it is written in one wrong way. */
const OFTENER = 3;

/** A word of a language over all the questions. */
interface Spelling {
  readonly word: string;
  readonly language: string;
  readonly forms: readonly string[];
  /** Questions with it. */
  count: number;
  isName: boolean;
}

/**
 * The one key of each word of some questions, the same for all its forms and for slips of the keys in it: of what it may be compared by, what most words of
 * its language share, and the earlier one of two alike.
 *
 * Gets wrong: a word that is another with a letter changed ("winter", "winner"), and names that differ by two letters' order ("Marian", "Marina").
 */
export function settleKeys(
  questions: readonly GapQuestion[],
): (question: GapQuestion, word: GapWord) => string {
  const spellings = countSpellings(questions);
  const slips = findSlips([...spellings.values()]);
  const shared = new Map<string, number>();
  for (const { language, forms } of spellings.values()) {
    for (const form of forms)
      shared.set(nameOf(language, form), (shared.get(nameOf(language, form)) ?? 0) + 1);
  }
  const keys = new Map<string, string>();
  for (const [name, spelling] of spellings) {
    const { language, forms, word } = slips.get(spelling) ?? spelling;
    const countOf = (form: string): number => shared.get(nameOf(language, form)) ?? 0;
    const [best] = forms.toSorted((a, b) => countOf(b) - countOf(a));
    keys.set(name, best ?? word);
  }
  return ({ language }, { folded }) => keys.get(nameOf(language, folded)) ?? folded;
}

function nameOf(language: string, word: string): string {
  return `${language} ${word}`;
}

function countSpellings(questions: readonly GapQuestion[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const { language, words } of questions) {
    for (const { folded, forms, isName } of words) {
      const name = nameOf(language, folded);
      const known = spellings.get(name);
      if (known === undefined) spellings.set(name, { word: folded, language, forms, count: 1, isName });
      else {
        known.count += 1;
        known.isName ||= isName;
      }
    }
  }
  return spellings;
}

/** For a word with a slip, the commoner one that it stands for. */
function findSlips(spellings: readonly Spelling[]): ReadonlyMap<Spelling, Spelling> {
  const ordered = spellings
    .filter(({ word }) => word.length >= ONE_SLIP_FROM && !/\p{Nd}/u.test(word))
    .toSorted(
      (a, b) => b.count - a.count || (nameOf(a.language, a.word) < nameOf(b.language, b.word) ? -1 : 1),
    );
  const known = new Map<string, Spelling[]>();
  const slips = new Map<Spelling, Spelling>();
  for (const [place, spelling] of ordered.slice(0, MOST_WRITTEN).entries()) {
    const initial = nameOf(spelling.language, spelling.word.charAt(0));
    const list = known.get(initial) ?? [];
    const meant = list.find((other) => isSlipOf(spelling, other));
    if (meant !== undefined) slips.set(spelling, meant);
    else if (place < MOST_CORRECT) {
      list.push(spelling);
      known.set(initial, list);
    }
  }
  return slips;
}

function isSlipOf(written: Spelling, meant: Spelling): boolean {
  const [a, b] = [written.word, meant.word];
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return false;
  if (written.count > 1 && written.count * OFTENER > meant.count) return false;
  const shorter = Math.min(a.length, b.length);
  const isName = written.isName || meant.isName;
  if (isName && shorter < NAME_SLIP_FROM && a.length === b.length) return isSwapped(a, b);
  if (isName && shorter < NAME_GAP_FROM) return withoutDoubles(a) === withoutDoubles(b);
  if (isName && shorter < NAME_SLIP_FROM) return isWithinSlips(a, b, 1);
  return isWithinSlips(a, b, shorter < TWO_SLIPS_FROM ? 1 : MOST_SLIPS);
}

/** Two neighbours changed about, which makes no other name. */
function isSwapped(a: string, b: string): boolean {
  const signs = (word: string): string => Array.from(word).toSorted().join('');
  return signs(a) === signs(b) && isWithinSlips(a, b, 1);
}

function withoutDoubles(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1');
}
