import { dropUnseen } from './invisible.js';
import { regularForm } from './irregular-forms.js';
import { normalise } from './normalise.js';
import { fullCalendarName, numberForm } from './number-forms.js';
import { stemWord } from './stem.js';
import { isStopWord } from './stop-words.js';

/** What a word is compared by. */
export interface WordKeys {
  /** One key, or one for each part of a hyphenated word. Empty for stop words and marks. */
  readonly parts: readonly string[];
  /** The key of a hyphenated word written as one ("cease-fire" as "ceasefire"); null if there is no hyphen. */
  readonly whole: string | null;
}

const NONE: WordKeys = { parts: [], whole: null };
const HAS_LETTERS = /[\p{L}\p{N}]/u;
const DOTTED = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const CAPITALS = /^\p{Lu}{2,5}s?$/u;
const EDGE_MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Words whose keys are remembered: about as many as a language's common words in all their forms. */
const MOST_REMEMBERED = 100_000;
const remembered = new Map<string, WordKeys>();

/**
 * The keys of a word as it is in a text: stems, digits for number words, full names for
 * shortened months, abbreviations without their full stops ("U.S." and "US" fall together, and
 * apart from "us"). Empty keys if the word is a stop word or a mark.
 */
export function findWordKeys(surface: string): WordKeys {
  const known = remembered.get(surface);
  if (known !== undefined) return known;
  const keys = workOut(dropUnseen(surface));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(surface, keys);
  return keys;
}

/** Marks and shortened words for amounts, as written out. */
const AMOUNTS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['bn', 'billion'],
  ['mn', 'million'],
  ['tn', 'trillion'],
]);

function workOut(surface: string): WordKeys {
  const amount = AMOUNTS.get(surface);
  if (amount !== undefined) return { parts: [stemWord(amount)], whole: null };
  if (!HAS_LETTERS.test(surface)) return NONE;
  const norm = normalise(surface);
  if (DOTTED.test(norm) || CAPITALS.test(surface)) return { parts: [abbreviationKey(norm)], whole: null };
  if (isStopWord(norm)) return NONE;
  const isNamed = surface !== norm || norm.endsWith('.');
  const bare = norm.replace(EDGE_MARKS, '');
  if (!/[-/]/u.test(bare)) return single(bare, isNamed);
  const parts = bare.split(/[-/]+/u).flatMap((part) => single(part, isNamed).parts);
  return { parts, whole: stemWord(bare.replace(/[-/]/gu, '')) };
}

function single(bare: string, isNamed: boolean): WordKeys {
  if (bare === '' || isStopWord(bare)) return NONE;
  const key = numberForm(bare) ?? stemWord(fullCalendarName(bare, isNamed) ?? regularForm(bare));
  return { parts: [key], whole: null };
}

/** Kept apart from ordinary words if it would be one: "US" and "us", "WHO" and "who". */
function abbreviationKey(norm: string): string {
  const letters = norm.replaceAll('.', '').replace(/'s$/u, '');
  return isStopWord(letters) ? `${letters}.` : stemWord(letters);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'\u2019,:/\u2010\u2011-][\p{L}\p{N}]+)*\.?/gu;
const ENDS_SENTENCE_WORD = /^\p{L}[^.]*\.$/u;

/**
 * The keys of all words of a text in order, stop words left out: what the index stores and a query
 * is made of. Needs no tagger, so that thousands of articles are indexed in seconds.
 *
 * `see` is shown each word as it is written and returns the word to take instead (its correction), or the same.
 */
export function findKeys(text: string, see: (word: string) => string = (word) => word): string[] {
  const keys: string[] = [];
  for (const [word] of dropUnseen(text).matchAll(WORD)) {
    const surface = ENDS_SENTENCE_WORD.test(word) ? word.slice(0, -1) : word;
    const { parts, whole } = findWordKeys(see(surface.replace(/['\u2019]s?$/u, '')));
    keys.push(...parts);
    if (whole !== null) keys.push(whole);
  }
  return keys;
}

/** Words in the longest name that is shortened to its initials. */
const LONGEST_NAMED = 6;

/** The key of a name's initials ("World Health Organization" as "WHO"), for two to six words; null for others. */
export function initialsKey(words: readonly string[]): string | null {
  if (words.length < 2 || words.length > LONGEST_NAMED) return null;
  const letters = words.map((word) => word.charAt(0)).join('');
  return abbreviationKey(normalise(letters));
}
