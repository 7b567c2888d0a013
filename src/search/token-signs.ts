import { isNegation } from '../language/negation.js';
import { isCalendarName, numberForm } from '../language/number-forms.js';
import type { Token } from '../language/token.js';

/** What a token may be a part of an answer to, one bit each. */
export const SIGN = {
  number: 1,
  date: 2,
  unit: 4,
  money: 8,
  name: 16,
  place: 32,
  reason: 64,
  manner: 128,
  quote: 256,
  speech: 512,
  copula: 1024,
  verb: 2048,
  noun: 4096,
  pronoun: 8192,
  age: 1 << 14,
  percent: 1 << 15,
  measure: 1 << 16,
  often: 1 << 17,
  source: 1 << 18,
  person: 1 << 19,
  organisation: 1 << 20,
  location: 1 << 21,
  negation: 1 << 22,
  asking: 1 << 23,
} as const;

/** The sign of a name of each kind of entity. */
export const ENTITY_SIGNS = {
  person: SIGN.person,
  organisation: SIGN.organisation,
  place: SIGN.location,
  other: 0,
  unknown: 0,
} as const;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const UNITS_OF_TIME = words(
  'second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades century centuries',
);
const DATE_WORDS = words(
  'today yesterday tomorrow tonight morning afternoon evening noon midnight spring summer autumn fall winter century centuries decade decades early late mid ad bc bce ce weekend',
);
const MAGNITUDES = words(
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half quarter',
);
const CURRENCIES = words('$ £ € ¥ dollar dollars euro euros pound pounds cent cents yen usd eur gbp');
const BEFORE_PLACES = words(
  'in at from to near into across around outside inside throughout of through toward towards',
);
const REASONS = words(
  'because since due owing thus therefore hence so reason reasons cause causes caused result results resulted why allow allows allowed prevent prevents avoid ensure enabling order led leads lead motivated blamed attributed',
);
const MANNERS = words('by through via using with without means thereby method way');
const SPEECH = words(
  'said say says told tell tells according stated states claimed claims argued argues warned added wrote writes described called insisted announced noted explained believed believes thought replied asked accused denied reported reports suggested declared',
);
const COPULAS = words("is are was were 's known called means refers defined became remains");
const MEASURES = words(
  'metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet inch inches yard yards cm mm m ft acre acres hectare hectares ton tons tonne tonnes kg kilogram kilograms pound pounds mph kph degrees knots litres liters gallons',
);
const FREQUENCIES = words(
  'daily weekly monthly yearly annually annual hourly nightly quarterly every once twice times per often rarely always usually sometimes biannual biennial',
);
/** "aged 22", "22 years old", "a 22-year-old". */
const AGES = words('aged age old');
const YEAR = /^(?:1\d{3}|20\d{2})s?$/u;

/** The signs of each token of a sentence as bits of `SIGN`; `text` is the article's. */
export function readSigns(text: string, tokens: readonly Token[]): Int32Array {
  return Int32Array.from(tokens, (token, place) => signsOf(text, tokens, token, place));
}

function signsOf(text: string, tokens: readonly Token[], token: Token, place: number): number {
  const { norm, pos } = token;
  let signs = 0;
  const previous = tokens[place - 1];
  if (!token.isWord) {
    if (norm === '"') return SIGN.quote;
    if (norm === '?') return SIGN.asking;
    return CURRENCIES.has(norm) ? SIGN.money : 0;
  }
  const isYear = YEAR.test(norm);
  const isNumber = numberForm(norm) !== null || MAGNITUDES.has(norm) || pos === 'NUM';
  if (isNumber) signs |= SIGN.number;
  if (isYear || (isCalendarName(norm) && isCapital(text, token)) || DATE_WORDS.has(norm)) signs |= SIGN.date;
  if (isNumber && previous !== undefined && isCalendarName(previous.norm)) signs |= SIGN.date;
  if (UNITS_OF_TIME.has(norm)) signs |= SIGN.unit;
  if (CURRENCIES.has(norm)) signs |= SIGN.money;
  if (isNameLike(text, token, place)) {
    signs |= SIGN.name;
    if (isPlaceLike(text, tokens, place)) signs |= SIGN.place;
  }
  if (REASONS.has(norm)) signs |= SIGN.reason;
  if (norm === 'to' && tokens[place + 1]?.pos === 'VERB') signs |= SIGN.reason;
  if (isNumber && isAge(text, tokens, place)) signs |= SIGN.age;
  if (norm.startsWith('percent') || (isNumber && isBefore(tokens, place, '%', 'per'))) signs |= SIGN.percent;
  if (isNegation(norm)) signs |= SIGN.negation;
  if (MEASURES.has(norm)) signs |= SIGN.measure;
  if (FREQUENCIES.has(norm)) signs |= SIGN.often;
  if (norm === 'according' || (SPEECH.has(norm) && hasNameBefore(text, tokens, place))) signs |= SIGN.source;
  if (MANNERS.has(norm)) signs |= SIGN.manner;
  if (SPEECH.has(norm)) signs |= SIGN.speech;
  if (COPULAS.has(norm)) signs |= SIGN.copula;
  if (pos === 'VERB') signs |= SIGN.verb;
  if (pos === 'NOUN') signs |= SIGN.noun;
  if (pos === 'PRON') signs |= SIGN.pronoun;
  return signs;
}

/**
 * A number that tells an age: "22-year-old", "aged 22", "22 years old", or between commas after a name ("Ada Quill, 22,").
 *
 * Gets wrong: a year or a shirt number between commas.
 */
function isAge(text: string, tokens: readonly Token[], place: number): boolean {
  const norm = (away: number): string => tokens[place + away]?.norm ?? '';
  if (AGES.has(norm(-1))) return true;
  for (let away = 1; away <= 4; away += 1) {
    if (norm(away) === 'old') return [norm(away - 1), norm(away - 2)].some((word) => word.startsWith('year'));
  }
  if (norm(-2) === 'who' && norm(-1) === 'is' && !/^[\d.]{3,}/u.test(norm(0))) return true;
  const isBetweenCommas = norm(-1) === ',' && /^[,.;]$/u.test(norm(1)) && /^\d{1,3}$/u.test(norm(0));
  const before = tokens[place - 2];
  return isBetweenCommas && before !== undefined && isNameLike(text, before, place - 2);
}

function isBefore(tokens: readonly Token[], place: number, mark: string, word: string): boolean {
  const next = tokens[place + 1]?.norm;
  return next === mark || (next === word && tokens[place + 2]?.norm === 'cent');
}

/** Whether somebody named tells: a name among the two words before a verb of telling. */
function hasNameBefore(text: string, tokens: readonly Token[], place: number): boolean {
  for (let i = Math.max(0, place - 2); i < place; i += 1) {
    const token = tokens[i];
    if (token?.isWord === true && isNameLike(text, token, i)) return true;
  }
  return false;
}

function isCapital(text: string, token: Token): boolean {
  return /\p{Lu}/u.test(text.slice(token.start, token.start + 1));
}

/** A capitalised word; the first of a sentence only where the tagger takes it for a name. */
function isNameLike(text: string, token: Token, place: number): boolean {
  if (!isCapital(text, token) || isCalendarName(token.norm)) return false;
  return place > 0 ? token.pos !== 'PRON' : token.pos === 'PROPN';
}

/** A name with a place's preposition before it, also some words back in the same name ("in New York"). */
function isPlaceLike(text: string, tokens: readonly Token[], place: number): boolean {
  for (let i = place - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (BEFORE_PLACES.has(token.norm)) return true;
    if (token.norm !== 'the' && token.norm !== ',' && !isCapital(text, token)) return false;
  }
  return false;
}
