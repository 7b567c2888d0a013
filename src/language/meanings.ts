import { languageOf, perLanguage } from '../lexicon/language.js';
import { MEANING_LANGUAGES, MEANINGS } from '../lexicon/meanings.js';
import { findWordKeys } from './word-keys.js';
import { readWordIn } from './words-in.js';

/** Letters of the shortest part of a compound that is looked for by itself. */
const SHORTEST_PART = 4;
/** What may be between the parts of a compound ("Gehalt-s-erhöhung"). */
const JOINTS = ['', 's', 'n', 'en', 'es', 'e'];

/** Whether meanings have words of a language. */
export function hasMeanings(language: string): boolean {
  return MEANING_LANGUAGES.includes(languageOf(language).code);
}

/**
 * The meanings of a word in its language, by their places in `MEANINGS`, or of the parts of a compound; none if it is not listed, or its
 * language is not.
 *
 * Gets wrong: of a word that means several things all are told ("Bank", "see").
 */
export function meaningsOf(surface: string, language: string): readonly number[] {
  const { code } = languageOf(language);
  if (!hasMeanings(code)) return [];
  const name = `${code} ${surface}`;
  let meanings = remembered.get(name);
  if (meanings !== undefined) return meanings;
  meanings = findMeanings(surface, code);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, meanings);
  return meanings;
}

/** Words whose meanings are remembered, as looking for the parts of a compound takes long. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, readonly number[]>();

function findMeanings(surface: string, code: string): readonly number[] {
  const { writing } = languageOf(code);
  const known = meaningsIn(code);
  const { folded } = readWordIn(surface, code);
  const whole = nearestTo(
    folded,
    keysOf(surface, code).flatMap((key) => known.get(key) ?? []),
  );
  return whole.length > 0 || writing.hasCompounds !== true ? whole : meaningsOfParts(folded, code);
}

/**
 * The English word for the first meaning of a word, or the words for the parts of a compound: of several the first one that is `known`; null if it is
 * not listed.
 */
export function inEnglish(
  surface: string,
  language: string,
  isKnown: (word: string) => boolean = () => true,
): string | null {
  const meanings = meaningsOf(surface, language);
  const { code, writing } = languageOf(language);
  const isWhole =
    writing.hasCompounds !== true || keysOf(surface, code).some((key) => meaningsIn(code).has(key));
  const words = meanings.slice(0, isWhole ? 1 : undefined).flatMap((at) => {
    const own = MEANINGS[at]?.words.get('en') ?? [];
    return own.find(isKnown) ?? own[0] ?? [];
  });
  return words.length === 0 ? null : words.join(' ');
}

interface ListedWord {
  readonly folded: string;
  readonly meaning: number;
}

/** The listed words by their keys; short ones by themselves only, as endings cut from other words leave as much. */
const meaningsIn = perLanguage(({ code }): ReadonlyMap<string, readonly ListedWord[]> => {
  const found = new Map<string, ListedWord[]>();
  MEANINGS.forEach(({ words }, meaning) => {
    for (const word of words.get(code) ?? []) {
      const { folded } = readWordIn(word, code);
      const keys = folded.length < SHORTEST_PART ? [folded] : [folded, mainKeyOf(word, code)];
      for (const key of new Set(keys)) found.set(key, [...(found.get(key) ?? []), { folded, meaning }]);
    }
  });
  return found;
});

/** The meanings of those listed words that are most like a word: they begin as it does for the longest, and have least besides. */
function nearestTo(folded: string, listed: readonly ListedWord[]): number[] {
  const likeness = listed.map((one) => 2 * commonLetters(one.folded, folded) - one.folded.length);
  const most = Math.max(...likeness);
  return [...new Set(listed.flatMap(({ meaning }, i) => (likeness[i] === most ? [meaning] : [])))];
}

function commonLetters(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

function mainKeyOf(surface: string, code: string): string {
  if (code === 'en') return findWordKeys(surface).parts[0] ?? surface.toLowerCase();
  return readWordIn(surface, code).key;
}

/** The very form first, so that what is listed goes before what only has its stem. */
function keysOf(surface: string, code: string): string[] {
  const { folded, others } = readWordIn(surface, code);
  const known = meaningsIn(code);
  if (known.has(folded)) return [folded];
  const key = mainKeyOf(surface, code);
  return known.has(key) ? [key] : [...others];
}

function meaningsOfParts(folded: string, code: string): number[] {
  const known = meaningsIn(code);
  const partOf = (part: string): readonly number[] =>
    nearestTo(part, known.get(part) ?? known.get(readWordIn(part, code).key) ?? []);
  for (let cut = SHORTEST_PART; cut <= folded.length - SHORTEST_PART; cut += 1) {
    const head = folded.slice(0, cut);
    const before = JOINTS.flatMap((joint) =>
      head.endsWith(joint) ? (known.get(head.slice(0, head.length - joint.length)) ?? []) : [],
    );
    const behind = before.length === 0 ? [] : partOf(folded.slice(cut));
    if (behind.length > 0) return [...nearestTo(head, before).slice(0, 1), ...behind.slice(0, 1)];
  }
  // "Bootsbesitzer" without "Boots-": what it ends in says what it is.
  for (let cut = 1; cut <= folded.length - SHORTEST_PART; cut += 1) {
    const behind = known.get(folded.slice(cut));
    if (behind !== undefined && folded.length - cut > SHORTEST_PART)
      return nearestTo(folded.slice(cut), behind).slice(0, 1);
  }
  return [];
}
