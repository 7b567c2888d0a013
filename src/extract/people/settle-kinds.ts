import type { Annotation } from '../../language/annotation.js';
import { wordsOf } from '../../lexicon/words.js';
import { isOnlyQuoting, isSpeakingVerb } from '../attributions/speech-verbs.js';
import { sentenceOfToken } from '../grammar/token-range.js';
import { findCalledThings, isThing, isThingNoun } from './called-things.js';
import type { NameGroup } from './join-names.js';
import { isMembersBody } from './member-names.js';
import { LexiconFlag } from './name-lexicon.js';
import type { NameModel } from './name-model.js';
import { bareWord, type NameKind, type NameSpan, nameWords } from './name-span.js';
import { findTeams } from './team-names.js';
import { isPersonNoun, isTitle } from './titles.js';

/** Words with a capital that name nobody and no place: measures, languages, feasts. */
const NEITHER = new Set(wordsOf('names', 'neither'));
const PLACE_ENDS = new Set(wordsOf('names', 'placeEnds'));
const PLACE_STARTS = new Set(wordsOf('names', 'placeStarts'));
/** "Gulf of Selm", "State of Texas": what is before "of" and a place. */
const PLACES_OF = new Set(wordsOf('names', 'placesOf'));
/** What is a place, or those who run it if it does something: museums, hotels. */
const HOUSES = new Set(wordsOf('names', 'houses'));
const GROUP_ENDS = new Set(wordsOf('names', 'groupEnds'));

/** Prepositions behind which a name is that of a place, if nothing says that it is somebody's. */
const INSIDE = new Set('in near across outside inside throughout around'.split(' '));
/** "Artemis IX": a numeral behind what is no first name. */
const NUMERAL = /^[IVX]+$/u;
/** "JetBlue", but not "McLeod", "DeSantis", "O’Hara", "LaRue". */
const CAMEL = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O['\u2019])\p{Lu})\p{Lu}?\p{Ll}+\p{Lu}/u;

/**
 * The groups with the kind that the words in and around their names tell: storms, animals, ships, missions and products are none of
 * person, organisation and place, whatever a name taken alone looks like.
 *
 * Gets wrong: a ship or an animal that is called by a person's whole name and never said to be one.
 */
export function settleKinds(
  annotation: Annotation,
  groups: readonly NameGroup[],
  model: NameModel,
): NameGroup[] {
  const teams = findTeams(annotation, groups);
  const things = findCalledThings(annotation);
  const people = tokensOfPeople(groups);
  return groups.map((group) => {
    const own = teams.has(group) ? 'organisation' : kindOf(annotation, group, model, things);
    const isBody =
      own === 'other' &&
      !isThing(annotation, group.names, wordsOfFullest(annotation, group.names)) &&
      group.names.some((name) => isMembersBody(annotation, name, (token) => people.has(token)));
    const kind = isBody || (own === 'place' && isPaper(annotation, group)) ? 'organisation' : own;
    return kind === group.kind ? group : { ...group, kind };
  });
}

/** The tokens of people's full names. */
function tokensOfPeople(groups: readonly NameGroup[]): Set<number> {
  const full = groups.flatMap(({ kind, names }) =>
    kind === 'person' ? names.filter((name) => sizeOf(name) > 1) : [],
  );
  return new Set(
    full.flatMap(({ tokens }) =>
      Array.from({ length: tokens.end - tokens.first }, (_, i) => tokens.first + i),
    ),
  );
}

/** "Edmonton Sun", "Harbour Times": a place with what papers are called behind it. */
function isPaper(annotation: Annotation, { names }: NameGroup): boolean {
  const words = wordsOfFullest(annotation, names);
  return words.length > 1 && PAPERS.has(words.at(-1) ?? '');
}

const PAPERS = new Set(wordsOf('names', 'papers'));

function wordsOfFullest(annotation: Annotation, names: readonly NameSpan[]): string[] {
  const fullest = names.reduce((best, name) => (sizeOf(name) > sizeOf(best) ? name : best), firstOf(names));
  return nameWords(annotation, fullest.tokens);
}

function kindOf(
  annotation: Annotation,
  { kind, names }: NameGroup,
  model: NameModel,
  things: ReadonlySet<string>,
): NameKind {
  const fullest = names.reduce((best, name) => (sizeOf(name) > sizeOf(best) ? name : best), firstOf(names));
  const words = nameWords(annotation, fullest.tokens);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isPerson = names.some((name) => isCalledPerson(annotation, name));
  if (isPerson && (kind === 'person' || (kind === 'place' && words.length > 1))) return 'person';
  if (!isPerson && (isThing(annotation, names, words) || (words.length === 1 && things.has(first))))
    return 'other';
  if (names.every((name) => isSpeakers(annotation, name, model))) return 'other';
  if (words.length === 1 && NEITHER.has(first)) return 'other';
  if (words.length > 1 && !isPerson) {
    if (PLACES_OF.has(first) && words[1] === 'of') return GROUP_ENDS.has(last) ? kind : 'place';
    if (PLACE_STARTS.has(first) && !GROUP_ENDS.has(last)) return 'place';
    if (HOUSES.has(last) && names.some((name) => isActing(annotation, name))) return 'organisation';
    if (last === 'district' && words.at(-2) === 'school') return 'organisation';
    if (PLACE_ENDS.has(last) && kind !== 'person') return 'place';
    if (GROUP_ENDS.has(last) && !(kind === 'person' && isFirstName(model, first))) return 'organisation';
    if (PLACE_ENDS.has(last) && !isFirstName(model, first)) return 'place';
  }
  if (kind === 'person' && words.length === 2 && last === 'i') return 'other';
  if (kind !== 'person' || isFirstName(model, first)) return kind;
  const written = annotation.article.text.slice(fullest.start, fullest.end);
  if (NUMERAL.test(written.split(/\s+/u).at(-1) ?? '') && words.length > 1) return 'other';
  if (CAMEL.test(written)) return 'organisation';
  const inside = names.filter((name) => isInside(annotation, name)).length;
  if (inside > 0 && inside * 2 >= names.length) return 'place';
  const withArticle = names.filter(({ tokens }) => wordAt(annotation, tokens.first - 1) === 'the').length;
  if (withArticle * 2 > names.length) return 'other';
  const isUnknown = words.length === 1 && model.lexicon.flagsOf(first) === 0;
  return !isPerson && isUnknown && !names.some((name) => isSomebodyDoing(annotation, name)) ? 'other' : kind;
}

/** "The National Museum bought", but not "lifted off from the Kennedy Space Center": a house that does something is those who run it. */
function isActing({ tokens }: Annotation, { tokens: own }: NameSpan): boolean {
  let before = own.first - 1;
  if (tokens[before]?.norm === 'the') before -= 1;
  return tokens[own.end]?.pos === 'VERB' && tokens[before]?.pos !== 'ADP';
}

/** "Forecasters said": a plural noun for people at a sentence's beginning is nobody's name. */
function isSpeakers(annotation: Annotation, name: NameSpan, { lexicon }: NameModel): boolean {
  const at = name.tokens.first;
  const { norm = '' } = annotation.tokens[at] ?? {};
  const isFirst = annotation.sentenceTokens[sentenceOfToken(annotation, at)]?.first === at;
  if (!isFirst || sizeOf(name) > 1 || !norm.endsWith('s')) return false;
  return lexicon.flagsOf(norm) === 0 && isPersonNoun(norm.slice(0, -1));
}

/**
 * Whether a name is beside a word for what only somebody does or has: a verb of saying, a noun for a person, or "his" and "her"
 * soon behind it. A single word that no list of names knows is that of a product, a ship or a bird as often.
 */
function isSomebodyDoing(annotation: Annotation, { tokens }: NameSpan): boolean {
  const around = [
    annotation.tokens[tokens.first - 1],
    annotation.tokens[tokens.end],
    annotation.tokens[tokens.end + 1],
  ];
  if (around.some((token) => token?.pos === 'VERB' && isSpeakingVerb(token) && !isOnlyQuoting(token)))
    return true;
  const behind = annotation.tokens.slice(tokens.end, tokens.end + NEAR_BEHIND);
  const isSaid =
    /^(?:,|is|was)$/u.test(behind[0]?.norm ?? '') &&
    (/^(?:an?|the|my|our|his|her|their|its)$/u.test(behind[1]?.norm ?? '') ||
      isPersonNoun(behind[1]?.norm ?? ''));
  if (isSaid && behind.slice(1, NEAR_NOUN).some(({ norm }) => isPersonNoun(norm))) return true;
  return behind.some(({ norm }) => /^(?:he|she|his|her|him|himself|herself|who)$/u.test(norm));
}

/** Tokens behind a name in which a pronoun is taken to be its own. */
const NEAR_BEHIND = 12;
/** Tokens behind a name among which is what somebody is: "Rask, the new landlady". */
const NEAR_NOUN = 6;

function firstOf(names: readonly NameSpan[]): NameSpan {
  const [first] = names;
  if (first === undefined) throw new Error('A group has at least one name.');
  return first;
}

function sizeOf({ tokens }: NameSpan): number {
  return tokens.end - tokens.first;
}

function wordAt(annotation: Annotation, at: number): string {
  return bareWord(annotation.tokens[at]?.norm ?? '');
}

/** Whether a name is where only people's are: behind a title or a noun for a person, before an age or "who". */
function isCalledPerson(annotation: Annotation, { tokens }: NameSpan): boolean {
  const isBehindComma =
    wordAt(annotation, tokens.first - 1) === ',' && wordAt(annotation, tokens.end) === ',';
  const before = wordAt(annotation, tokens.first - (isBehindComma ? 2 : 1));
  if (isTitle(before) || (isPersonNoun(before) && !isThingNoun(before))) return true;
  const [mark, next] = [wordAt(annotation, tokens.end), wordAt(annotation, tokens.end + 1)];
  if (mark === 'who' || (mark === ',' && (next === 'who' || next === 'whose'))) return true;
  return mark === ',' && /^[1-9]\d$/u.test(next) && /^[,.]$/u.test(wordAt(annotation, tokens.end + 2));
}

/**
 * Whether "he" and "she" may mean who bears these names: somebody who is called so, has a known first name, or two names. A single unknown word
 * that only looks like a name may be anything.
 */
export function isSurelyPerson(
  annotation: Annotation,
  { kind, names }: NameGroup,
  model: NameModel,
): boolean {
  if (kind !== 'person') return false;
  return names.some((name) => {
    const words = nameWords(annotation, name.tokens);
    return words.length > 1 || isFirstName(model, words[0] ?? '') || isCalledPerson(annotation, name);
  });
}

function isFirstName({ lexicon }: NameModel, word: string): boolean {
  return (lexicon.flagsOf(word) & (LexiconFlag.male | LexiconFlag.female)) !== 0;
}

function isInside(annotation: Annotation, { tokens }: NameSpan): boolean {
  return INSIDE.has(wordAt(annotation, tokens.first - 1)) && wordAt(annotation, tokens.end) !== "'s";
}
