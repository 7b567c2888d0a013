import { wordsOf } from '../../lexicon/words.js';

/** What a title tells about who bears it. */
export type Gender = 'male' | 'female';

/** Forms of address and titles that are before a name and belong to nobody else, with the gender they tell. */
const HONORIFICS = new Map<string, Gender | null>(
  Object.entries({
    mr: 'male',
    mister: 'male',
    sir: 'male',
    lord: 'male',
    king: 'male',
    prince: 'male',
    duke: 'male',
    emperor: 'male',
    father: 'male',
    brother: 'male',
    pope: 'male',
    imam: 'male',
    sheikh: 'male',
    sheik: 'male',
    ayatollah: 'male',
    rabbi: null,
    mrs: 'female',
    ms: 'female',
    miss: 'female',
    madam: 'female',
    madame: 'female',
    mme: 'female',
    dame: 'female',
    lady: 'female',
    queen: 'female',
    princess: 'female',
    duchess: 'female',
    empress: 'female',
    sister: 'female',
    baroness: 'female',
    mx: null,
    dr: null,
    doctor: null,
    prof: null,
    professor: null,
    rev: null,
    reverend: null,
    hon: null,
    saint: null,
    messrs: 'male',
  } satisfies Record<string, Gender | null>),
);

/** Offices and ranks that are before a name with a capital letter, singular, compared form without full stops. */
const OFFICES = new Set(wordsOf('people', 'offices'));

/** Words that are inside a title, but are none by themselves. */
const TITLE_PARTS = new Set(wordsOf('people', 'titleParts'));

/** Nouns of people whose ending does not tell it. */
const PERSON_NOUNS = new Set(wordsOf('people', 'persons'));

const PERSON_ENDINGS = /(?:er|or|ist|ian|man|woman|person|ant|ee|ete|crat|holder|mate)$/u;

/** Words with such an ending that are never a person. */
const NOT_PERSONS = new Set(wordsOf('people', 'notPersons'));

/** The gender that a form of address tells; null for one that tells none, undefined for a word that is no form of address. */
export function genderOfHonorific(word: string): Gender | null | undefined {
  return HONORIFICS.get(word);
}

/** Whether a word (compared form, no full stops) is before names as a title: "Mr", "President", "Lt". */
export function isTitle(word: string): boolean {
  return HONORIFICS.has(word) || OFFICES.has(word);
}

/** Whether a word may be part of a title of several words: "Prime", "former", "of". */
export function isTitlePart(word: string): boolean {
  return TITLE_PARTS.has(word);
}

/**
 * Whether a noun means a person: by a list, or by its ending ("commentator", "guitarist").
 *
 * Gets wrong: nouns with such an ending that are things and not listed ("blender").
 */
export function isPersonNoun(word: string): boolean {
  if (PERSON_NOUNS.has(word) || HONORIFICS.has(word) || OFFICES.has(word)) return true;
  return word.length > 4 && PERSON_ENDINGS.test(word) && !NOT_PERSONS.has(word);
}

const FEMALE_NOUNS =
  /(?:woman|ess|wife|mother|daughter|sister|girl|girlfriend|aunt|niece|widow|queen|bride|fiancee|lady)$/u;
const MALE_NOUNS =
  /(?:^man|[^o]man|husband|father|^son|brother|boy|boyfriend|uncle|nephew|king|fiance|widower|prince)$/u;

/** The gender that a noun for a person tells ("spokeswoman", "actor's son"), or null. */
export function genderOfNoun(word: string): Gender | null {
  if (FEMALE_NOUNS.test(word)) return 'female';
  return MALE_NOUNS.test(word) && word !== 'human' ? 'male' : null;
}
