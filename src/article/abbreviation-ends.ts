/** What is before a full stop and behind it, as far as it tells whether an abbreviation ends an English sentence. */
export interface Surroundings {
  /** The word with the full stop, in small letters, without it. */
  readonly word: string;
  /** The text before the word, without the white space between. */
  readonly before: string;
  /** The text behind the full stop, from its first letter or figure. */
  readonly after: string;
}

const split = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const OPENERS = split(
  'a an the this that these those he she it they we i you his her its their our my your there here in on at by for from ' +
    'with after before when while although though because since if as but and or so yet nor however meanwhile both some ' +
    'many most all no not what who where why how which one two three several others another also then now today nobody ' +
    'everyone nothing each every tickets please',
);

/** Whether a word opens sentences. Gets wrong: "A", "I" and "US" as initials. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}

/** Units that are shortened with a full stop; "ft" and "mt" are names elsewhere ("Ft. Worth"). */
const UNITS = split('ft in yd yds mi lb lbs oz pt qt gal hr hrs min mins sec secs sq km kg cm mm mph c f');
/** Behind a time of day the sentence goes on with these. */
const BEHIND_TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b|^(?:eastern|central|mountain|pacific|atlantic|greenwich|local|[A-Z]{2,4}T|GMT|UTC|CET|BST)\b/iu;
/** Nouns that are told apart by a letter ("vitamin C"), which is then no initial. */
const LETTERED =
  /(?:^|[\s(])(?:vitamins?|hepatitis|plan|group|grade|class|type|section|part|option|exhibit|team|building|terminal|block|wing|gate|zone|level|appendix|figure|schedule|category|line|platform|row|point|side|phase|war|serie|series|unit|level|room|hall|deck|dock|pier|lane|key|flat|sharp|letter|model|version|vitamin|influenza|company|bus|route|entrance|exit|and|or|to)$/iu;
const JOINS_LETTERS = /(?:^|\s)\p{Lu} (?:and|or|to)$/u;
/** "12 Quay", "on Quay", "corner of Quay": what a street stands behind, and no saint. */
const STREET =
  /(?:\p{N}|\b(?:on|along|off|down|onto|up|corner of|end of)) (?:\p{Lu}[\p{L}'\u2019-]* ?){1,3}$/u;
const ENDS_IN_NAME = /\p{Lu}[\p{L}'\u2019-]*$/u;
const ENDS_IN_NUMBER = /\p{N}$/u;
/** A name of one or two words and a verb of its own: how a sentence about somebody begins. */
const SUBJECT =
  /^(\p{Lu}[\p{L}'\u2019-]+)(?: \p{Lu}[\p{L}'\u2019-]+)?,? (?:said|says|was|is|were|are|has|had|have|will|would|did|does|died|told|went|came|won|left|made|took|called|added|spoke|wrote|thinks|thought|believes|wants|wanted|became|began|opened|closed|lost|sold|bought|lives|lived|joined|denied|agreed|asked|replied|refused)\b/u;
/** What follows a name or a firm and belongs to it ("King Jr. Boulevard", "Tarnwick Inc. President"). */
const BELONGS =
  /^(?:Boulevard|Blvd|Drive|Day|High|Way|Street|St|Avenue|Ave|Road|Memorial|Library|Park|School|Cent(?:er|re)|Hospital|Award|Prize|Hall|Bridge|Foundation|Elementary|Middle|Highway|Expressway|President|Chief|Chairman|Chairwoman|Chair|Director|Executive|CEO|Vice|Secretary|Senator|Governor|Mayor|Judge|Representative|Minister|Professor|Spokes\p{L}+|Founder|Manager|Police|State|University|Bank|Group|Company)\b/u;

/** Whether what follows an abbreviation is the beginning of a sentence, by its first word or by its subject and verb. */
export function opensSentence({ after }: Surroundings): boolean {
  return isOpener(firstWordOf(after)) || (SUBJECT.test(after) && !BELONGS.test(after));
}

/** The first word or number of a text, in small letters; empty if none begins it. */
export function firstWordOf(text: string): string {
  return (/^[\p{L}\p{M}'\u2019]+|^\p{N}+/u.exec(text)?.[0] ?? '').toLowerCase();
}

/**
 * Whether an abbreviation that would be one inside a sentence ends it before a capital; null if its surroundings do not tell.
 *
 * Gets wrong: a saint in a place behind "on" ("on Bury St. Edmunds").
 */
export function endsSentence(surroundings: Surroundings): boolean | null {
  const { word, before, after } = surroundings;
  const isCapital = /^\p{Lu}/u.test(after);
  if (/^[ap]\.?m$/u.test(word)) return isCapital && !BEHIND_TIME.test(after);
  if (ENDS_IN_NUMBER.test(before) && UNITS.has(word)) return isCapital;
  if (word === 'etc') return isCapital;
  if (word === 'st' && ENDS_IN_NAME.test(before)) {
    return isCapital && (STREET.test(before) || isOpener(firstWordOf(after)));
  }
  if (word === 'jr' || word === 'sr') return isCapital && opensSentence(surroundings);
  if (/^\p{L}$/u.test(word) && LETTERED.test(before) && !isPreposition(before)) return isCapital;
  return null;
}

/** "from A to B." names two things by letters; "and J. Moe" a person. */
function isPreposition(before: string): boolean {
  return /\b(?:and|or|to)$/iu.test(before) && !JOINS_LETTERS.test(before);
}
