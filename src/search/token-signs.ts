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
  if (MANNERS.has(norm)) signs |= SIGN.manner;
  if (SPEECH.has(norm)) signs |= SIGN.speech;
  if (COPULAS.has(norm)) signs |= SIGN.copula;
  if (pos === 'VERB') signs |= SIGN.verb;
  if (pos === 'NOUN') signs |= SIGN.noun;
  if (pos === 'PRON') signs |= SIGN.pronoun;
  return signs;
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
