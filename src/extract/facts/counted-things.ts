import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { nounPhraseFrom } from '../grammar/noun-phrase.js';
import { findCountry, isNationality } from '../people/nationality.js';
import { isPersonNoun } from '../people/titles.js';

/** Nouns for people that their ending does not tell, in the plural, and names of groups that are counted by head. */
const PEOPLE = new Set(wordsOf('numbers', 'counted'));
/** Plurals in the list that count no heads after all. */
const NOT_PEOPLE = new Set('deaths jobs lives families households'.split(' '));
/** Participles after a number that say what became of people. */
const FATES = new Set(wordsOf('numbers', 'fates'));
const IRREGULAR_PARTICIPLES = new Set(
  'taken held lost born built sold made left stolen known given seen kept'.split(' '),
);
const QUANTIFIERS = new Set('more other such further additional fewer'.split(' '));
/** A counted thing of more tokens than this is a parse gone wrong. */
const LONGEST = 12;

/** What a number counts, as a range of tokens, and whether it is people. */
export interface CountedThing {
  readonly tokens: TokenRange | null;
  readonly isPeople: boolean;
}

/**
 * What the number counts that ends before token `after`, looked for before token `limit`: the noun phrase behind it
 * ("48 remaining Israeli hostages"), also behind "of", or what became of the counted ("250 taken hostage").
 *
 * Gets wrong: a past tense taken for a participle ("12 attacked ships").
 */
export function findCounted(tokens: readonly Token[], after: number, limit: number): CountedThing {
  const range = phraseBehind(tokens, after, limit);
  const head = range === null ? undefined : tokens[range.end - 1];
  return { tokens: range, isPeople: head !== undefined && isPeopleIn(tokens, range, head) };
}

/** What follows the hyphen of a value without being counted: "5,000-strong", "$10-a-barrel". */
const MEASURED = new Set('strong a an tall long wide high deep old plus odd fold'.split(' '));

/** "17% year-over-year", "3% month on month": how often it is measured, and nothing that is counted. */
function isRhythm(tokens: readonly Token[], first: number): boolean {
  const [unit, joint, over] = [tokens[first], tokens[first + 1], tokens[first + 2]];
  const word = joint?.norm === '-' ? over : joint;
  return (
    /^(?:year|quarter|month|week)(?:-(?:over|on)-.*)?$/u.test(unit?.norm ?? '') &&
    (unit?.norm.includes('-') === true || /^(?:over|on)$/u.test(word?.norm ?? ''))
  );
}

function phraseBehind(tokens: readonly Token[], first: number, limit: number): TokenRange | null {
  const opening = tokens[first];
  if (opening === undefined || first >= limit || isRhythm(tokens, first)) return null;
  if (opening.norm === 'of') return phraseOf(tokens, first + 1, limit);
  if (opening.norm === '-') {
    const isMeasured = MEASURED.has(tokens[first + 1]?.norm ?? '');
    return isMeasured ? null : phraseBehind(tokens, first + 1, limit);
  }
  if (FATES.has(opening.norm)) return { first, end: first + 1 };
  let end = first;
  let last = first;
  while (end < Math.min(limit, first + LONGEST)) {
    const token = tokens[end];
    if (token === undefined || !isInside(tokens, end) || isVerbOf(tokens, end, first)) break;
    end += 1;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') last = end;
  }
  if (last === first) return null;
  const joint = tokens[last];
  const further = joint?.norm === 'of' ? phraseOf(tokens, last + 1, limit) : null;
  return { first, end: further?.end ?? last };
}

/** A verb right behind a plural says what became of the counted, and is no part of it: "500 homes lost power". */
function isVerbOf(tokens: readonly Token[], at: number, first: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.pos !== 'VERB' || at === first || before === undefined) return false;
  const isNoun = before.pos === 'NOUN' || before.pos === 'PROPN';
  return isNoun && (before.norm.endsWith('s') || PEOPLE.has(before.norm));
}

/** The noun phrase behind "of", without what it is joined to ("people and dozens of cars") or counted by ("oil a day"). */
function phraseOf(tokens: readonly Token[], first: number, limit: number): TokenRange | null {
  const phrase = nounPhraseFrom(tokens, first, limit);
  if (phrase === undefined) return null;
  for (let i = first + 1; i < phrase.end; i += 1) {
    if (ENDS_PHRASE.has(tokens[i]?.norm ?? '')) return { first, end: i };
  }
  return phrase;
}

const ENDS_PHRASE = new Set('and or a an per'.split(' '));

function isInside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || !token.isWord) {
    return token?.norm === '-' && next?.isWord === true && tokens[at - 1]?.end === token.start;
  }
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return !isCalendarWord(token);
  if (token.pos === 'ADJ' || QUANTIFIERS.has(token.norm)) return true;
  if (token.pos === 'ADV') return next?.pos === 'ADJ' || next?.pos === 'VERB';
  if (token.pos === 'VERB') {
    return isParticiple(token.norm) && (next?.pos === 'NOUN' || next?.pos === 'PROPN' || next?.pos === 'ADJ');
  }
  return token.norm === "'s" && next?.isWord === true;
}

function isCalendarWord({ norm }: Token): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yester|to)day$|^(?:tonight|tomorrow)$/u.test(norm);
}

function isParticiple(norm: string): boolean {
  return /(?:ed|ing|en)$/u.test(norm) || IRREGULAR_PARTICIPLES.has(norm);
}

function isPeopleIn(tokens: readonly Token[], range: TokenRange | null, head: Token): boolean {
  if (range === null) return false;
  const before = tokens.slice(range.first, range.end).findIndex(({ norm }) => norm === 'of');
  const main = before > 0 ? (tokens[range.first + before - 1] ?? head) : head;
  const isAmongPeople = tokens.slice(range.first, range.end).some(({ norm }) => HEADS.has(norm));
  return isAmongPeople || isPeopleNoun(main.norm) || FATES.has(main.norm) || main.norm === 'hostage';
}

/** Plain words for people, which count whatever is said behind them ("707 people shot"). */
const HEADS = new Set('people persons men women children'.split(' '));

/** Whether a plural noun means people: "hostages", "Israelis", "guitarists". */
function isPeopleNoun(norm: string): boolean {
  if (PEOPLE.has(norm)) return !NOT_PEOPLE.has(norm);
  if (!norm.endsWith('s') && !norm.endsWith('men') && !norm.endsWith('women')) return false;
  const singular = norm.replace(/ies$/u, 'y').replace(/men$/u, 'man').replace(/s$/u, '');
  if (isPersonNoun(singular)) return true;
  return isNationality(singular) && findCountry(norm) !== null;
}
