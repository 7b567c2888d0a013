import { wordsOf } from '../../lexicon/words.js';

/** What a title tells about who bears it. */
export type Gender = 'male' | 'female';

/** Forms of address and titles that stand before a name and belong to nobody else, with the gender they tell. */
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

/** Offices and ranks that stand before a name with a capital letter, singular, compared form without full stops. */
const OFFICES = new Set(
  (
    'president premier minister chancellor secretary senator sen representative rep congressman congresswoman governor gov ' +
    'mayor councillor councilman councilwoman councilor alderman assemblyman assemblywoman delegate speaker whip commissioner ' +
    'ambassador envoy consul judge justice magistrate sheriff marshal prosecutor attorney solicitor general gen lieutenant lt ' +
    'colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal cpl private pvt brigadier brig officer ' +
    'detective inspector constable superintendent supt trooper deputy chief director chairman chairwoman chair chairperson ' +
    'chairperson ceo cfo coach manager bishop archbishop cardinal pastor vicar deacon chaplain dean provost rector principal ' +
    'headmaster headmistress leader sultan emir baron count countess earl viscount marquess tsar shah spokesman spokeswoman ' +
    'spokesperson agent ranger nurse treasurer comptroller auditor taoiseach tanaiste pm mp mep cllr'
  ).split(' '),
);

/** Words that stand inside a title, but are none by themselves. */
const TITLE_PARTS = new Set(
  (
    'prime vice deputy acting interim former ex then late first second foreign interior defence defense finance health justice ' +
    'home state press attorney lieutenant chief executive managing general associate assistant senior junior under permanent ' +
    'majority minority house senate assembly national federal supreme court opposition parliamentary presidential elect crown ' +
    'head rear police fire district county city party environment education energy trade treasury labour labor transport ' +
    'agriculture culture security communications campaign of the for and staff affairs'
  ).split(' '),
);

/** Nouns of people whose ending does not tell it. */
const PERSON_NOUNS = new Set(wordsOf('people', 'persons'));

const PERSON_ENDINGS = /(?:er|or|ist|ian|man|woman|person|ant|ee|ete|crat|holder|mate)$/u;

/** Words with such an ending that are never a person. */
const NOT_PERSONS = new Set(
  (
    'after over under other another former later paper newspaper computer letter number order matter power center centre ' +
    'summer winter september october november december water weather border corner quarter daughter-company tower river ' +
    'error terror mirror factor sector motor corridor human german roman committee restaurant plant giant important ' +
    'employee-owned chapter per whether either neither never ever however moreover together rather further better bigger ' +
    'offer answer career server user-generated poster theater theatre cover dinner danger cancer disorder encounter chamber ' +
    'behaviour interior major minor prior superior exterior senior junior warrant grant merchant-ship want constant relevant ' +
    'significant instant distant guarantee fee degree agree free three tree coffee week-end register charter ' +
    'counter shelter disaster cluster hamster lower higher older younger smaller larger greater earlier'
  ).split(' '),
);

/** The gender that a form of address tells; null for one that tells none, undefined for a word that is no form of address. */
export function genderOfHonorific(word: string): Gender | null | undefined {
  return HONORIFICS.get(word);
}

/** Whether a word (compared form, no full stops) stands before names as a title: "Mr", "President", "Lt". */
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
  /(?:[^o]man|husband|father|^son|brother|boy|boyfriend|uncle|nephew|king|fiance|widower|prince)$/u;

/** The gender that a noun for a person tells ("spokeswoman", "actor's son"), or null. */
export function genderOfNoun(word: string): Gender | null {
  if (FEMALE_NOUNS.test(word)) return 'female';
  return MALE_NOUNS.test(word) && word !== 'human' ? 'male' : null;
}
