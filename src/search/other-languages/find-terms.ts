import type { PlainQuestion, PlainTerm } from '../../language/plain-question.js';
import { soundOf } from '../../language/sound-of.js';
import { correctSpelling } from '../../language/spelling.js';
import type { WordIn } from '../../language/words-in.js';
import { languageOf } from '../../lexicon/language.js';
import { keyOfMeaning, type WordProfile } from './word-profile.js';

/** How a sentence has a term: the word in any of its forms, a likely slip of the keys or its translation, or only a word with which it shares a part or its meaning. */
export const MEETS = { same: 1, slip: 0.9, part: 0.6 } as const;

/** A term of a question as the articles have it. */
export interface FoundTerm {
  /** For each article the sentences that have it, and how well they do (see `MEETS`). */
  readonly sentences: ReadonlyMap<WordProfile, ReadonlyMap<number, number>>;
  /** Whether an article's title has it. */
  readonly isInTitle: (profile: WordProfile) => boolean;
  /** Sentences that have the very word, over all the articles. */
  readonly count: number;
  /** Its rarity among all sentences, above 0 (the inverse sentence frequency of BM25). */
  readonly weight: number;
  /** The place of the word in a sentence, counted in words; null if it is in it only in part or in no one place. */
  readonly placeIn: (profile: WordProfile, sentence: number) => number | null;
}

/** Letters of a part that words share ("eröffnet", "Eröffnung"). */
const PART_LETTERS = 5;

/** Where each term of a question is in some articles of its language. */
export function findTerms(
  profiles: readonly WordProfile[],
  { terms, language, isFromElsewhere }: PlainQuestion,
): FoundTerm[] {
  const total = profiles.reduce((sum, { sentences }) => sum + sentences.length, 0);
  return terms.map((term) => {
    const keys = findKeysOf(profiles, term, isFromElsewhere);
    const found =
      languageOf(language).writing.isRunOn === true
        ? findLetters(profiles, term)
        : findByKeys(profiles, term, keys, language);
    let count = 0;
    for (const sentences of found.values()) {
      for (const level of sentences.values()) if (level >= MEETS.slip) count += 1;
    }
    const weight = Math.log(1 + (total + 1) / (count + 0.5));
    return {
      sentences: found,
      count,
      weight,
      isInTitle: ({ title, titleLetters }) =>
        [...keys.exact, ...keys.meanings].some((key) => title.has(key)) ||
        [...title].some((own) => isSharing(term.key, own, language)) ||
        (titleLetters !== '' && titleLetters.includes(term.folded)),
      placeIn: (profile, sentence) => {
        const places = profile.sentences[sentence]?.places;
        for (const key of [...keys.exact, ...keys.slips]) {
          const place = places?.get(key);
          if (place !== undefined) return place;
        }
        return null;
      },
    };
  });
}

interface TermKeys {
  readonly exact: readonly string[];
  readonly slips: readonly string[];
  readonly meanings: readonly string[];
  /** How well a word with the same meaning meets it. */
  readonly meaningMeets: number;
}

/** The keys that count as a term; a word that no article has, in any accents, is taken for a slip of one that they have. */
function findKeysOf(
  profiles: readonly WordProfile[],
  { folded, key, others, meanings }: PlainTerm,
  isFromElsewhere: boolean,
): TermKeys {
  const meant = {
    meanings: meanings.map(keyOfMeaning),
    meaningMeets: isFromElsewhere ? MEETS.slip : MEETS.part,
  };
  const unaccented = profiles.flatMap((profile) => [...(profile.folded.get(folded) ?? [])]);
  const exact = [...new Set([key, ...unaccented, ...others])];
  if (profiles.some(({ postings }) => exact.some((one) => postings.has(one))))
    return { exact, slips: [], ...meant };
  if (isFromElsewhere) {
    const sounds = [folded, ...others].map(soundOf).filter((sound) => sound !== '');
    const alike = profiles.flatMap((profile) =>
      sounds.flatMap((sound) => [...(profile.sounds.get(sound) ?? [])]),
    );
    return { exact, slips: meanings.length > 0 ? [] : [...new Set(alike)], ...meant };
  }
  const plain = folded.replace(/([aou])e/gu, '$1');
  const slips = profiles.flatMap((profile) => {
    // "Mueller" is how a keyboard without umlauts writes "Müller".
    const form = profile.folded.has(plain) ? plain : correctSpelling(folded, profile.folded.keys());
    return form === null ? [] : [...(profile.folded.get(form) ?? [])];
  });
  return { exact, slips: [...new Set(slips)], ...meant };
}

/** Whether two words share a part: their first letters or, in languages with compounds, one ends in the other. */
function isSharing(key: string, own: string, language: string): boolean {
  if (key.length > PART_LETTERS && own.startsWith(key.slice(0, PART_LETTERS))) return true;
  if (languageOf(language).writing.hasCompounds !== true) return false;
  return (
    (own.length >= PART_LETTERS && key.endsWith(own)) || (key.length >= PART_LETTERS && own.endsWith(key))
  );
}

function findByKeys(
  profiles: readonly WordProfile[],
  { key }: WordIn,
  { exact, slips, meanings, meaningMeets }: TermKeys,
  language: string,
): Map<WordProfile, Map<number, number>> {
  const found = new Map<WordProfile, Map<number, number>>();
  for (const profile of profiles) {
    const levels = new Map<number, number>();
    const add = (keys: Iterable<string>, level: number): void => {
      for (const one of keys) {
        for (const index of profile.postings.get(one) ?? []) {
          levels.set(index, Math.max(level, levels.get(index) ?? 0));
        }
      }
    };
    if (!/\d/u.test(key)) {
      add(
        [...profile.postings.keys()].filter((own) => isSharing(key, own, language)),
        MEETS.part,
      );
    }
    add(meanings, meaningMeets);
    add(slips, MEETS.slip);
    add(exact, MEETS.same);
    found.set(profile, levels);
  }
  return found;
}

function findLetters(
  profiles: readonly WordProfile[],
  { folded }: WordIn,
): Map<WordProfile, Map<number, number>> {
  return new Map(
    profiles.map((profile) => [
      profile,
      new Map(
        profile.sentences.flatMap(({ letters }, index) =>
          letters.includes(folded) ? [[index, MEETS.same] as const] : [],
        ),
      ),
    ]),
  );
}
