import { normalise } from '../../language/normalise.js';
import { stemWord } from '../../language/stem.js';
import type { Analysis } from '../analysis.js';
import type { Entity } from '../entity.js';
import { joinEntities, type NameMatch } from './match-name.js';
import { bareWord } from './name-span.js';
import { findCountry } from './nationality.js';

/** What a phrase says of somebody: stems of its words, and countries by whatever name or adjective. */
interface Meaning {
  readonly stems: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly isPast: boolean;
}

const SAY_NOTHING = new Set(
  'who what is was are were the a an of in for to and at by on from with its his her their currently current now name person someone'.split(
    ' ',
  ),
);

const PAST = new Set('former ex late then onetime previous erstwhile'.split(' '));

/** Words that mean one office: the first is taken for the others. */
const ONE_OFFICE: readonly (readonly string[])[] = [
  ['chief executive', 'ceo', 'chief executive officer'],
  ['prime minister', 'premier', 'pm', 'taoiseach'],
  ['spokesperson', 'spokesman', 'spokeswoman'],
  ['chair', 'chairman', 'chairwoman', 'chairperson'],
  ['mp', 'member of parliament', 'lawmaker', 'legislator'],
  ['senator', 'sen'],
  ['governor', 'gov'],
  ['representative', 'rep', 'congressman', 'congresswoman'],
  ['president', 'pres'],
  ['general', 'gen'],
  ['colonel', 'col'],
  ['major', 'maj'],
  ['captain', 'capt'],
  ['lieutenant', 'lt'],
  ['sergeant', 'sgt'],
  ['admiral', 'adm'],
  ['commander', 'cmdr'],
  ['detective', 'det'],
  ['inspector', 'insp'],
  ['superintendent', 'supt'],
];

/** The words of each office with the form that each has in a description, a short one with its full stop or without. */
const OFFICES = ONE_OFFICE.map((office) =>
  office.map((word) => ({ word, form: new RegExp(`(?<= )${word}\\.?(?= |'s)`, 'gu') })),
);

/** The other words for the offices that a description names ("governor": "gov"), which an article may have instead. */
export function otherOffices(description: string): readonly string[] {
  const text = spaced(description);
  return OFFICES.flatMap((office) => {
    const others = office.filter(({ form }) => text.search(form) === -1);
    return others.length === office.length ? [] : others.map(({ word }) => word);
  });
}

/** In small letters, its words between single spaces. */
function spaced(phrase: string): string {
  return ` ${normalise(phrase).replace(/[^\p{L}\p{N}'.]+/gu, ' ')} `;
}

/** Words for whoever leads a country. */
const LEADING = new Set(
  ['president', 'minist', 'chancellor', 'king', 'queen', 'emperor', 'leader'].map((word) => stemWord(word)),
);
const LEADER = stemWord('leader');

/**
 * People, organisations and places that a description fits ("prime minister of Israel", "the Israeli leader"),
 * over several articles, most mentioned first; none if no describing phrase says all of it.
 * A country is known by its names and adjectives; who is called "former" is found only when asked for so.
 * A step after each article.
 *
 * Gets wrong: two phrases about one person that fit only together, and offices held elsewhere ("the president"
 * of a club, asked for without the club).
 */
export function* findByDescription(
  analyses: readonly Analysis[],
  typed: string,
): Generator<undefined, NameMatch[]> {
  const asked = readMeaning(typed);
  if (asked.stems.size === 0) return [];
  const found: { analysis: Analysis; entity: Entity }[] = [];
  for (const analysis of analyses) {
    for (const entity of analysis.entities)
      if (isDescribed(analysis, entity, asked)) found.push({ analysis, entity });
    yield;
  }
  return joinEntities(found).map((match) => ({ ...match, fit: 'same' }));
}

function isDescribed({ article }: Analysis, entity: Entity, asked: Meaning): boolean {
  return entity.descriptions.some(({ start, end }) => {
    const said = readMeaning(article.text.slice(start, end));
    if (said.isPast !== asked.isPast) return false;
    const isLeader = [...said.stems].some((stem) => LEADING.has(stem));
    const hasWords = [...asked.stems].every(
      (stem) => said.stems.has(stem) || (stem === LEADER && isLeader && asked.countries.size > 0),
    );
    return hasWords && [...asked.countries].every((country) => said.countries.has(country));
  });
}

/** Words of a country's name at most: "Democratic Republic of the Congo". */
const LONGEST_COUNTRY = 5;

function readMeaning(phrase: string): Meaning {
  let text = spaced(phrase);
  for (const [first, ...others] of OFFICES)
    for (const { form } of others) text = text.replace(form, first?.word ?? '');
  const words = text
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const stems = new Set<string>();
  const countries = new Set<string>();
  let isPast = false;
  for (let i = 0; i < words.length; i += 1) {
    const length = longestCountry(words, i);
    const country = length === 0 ? null : findCountry(words.slice(i, i + length).join(' '));
    if (country !== null) {
      countries.add(country);
      i += length - 1;
      continue;
    }
    const word = bareWord(words[i] ?? '');
    if (PAST.has(word)) isPast = true;
    else if (word !== '' && !SAY_NOTHING.has(word)) stems.add(stemWord(word));
  }
  return { stems, countries, isPast };
}

function longestCountry(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_COUNTRY, words.length - at); length > 0; length -= 1) {
    if (findCountry(words.slice(at, at + length).join(' ')) !== null) return length;
  }
  return 0;
}
