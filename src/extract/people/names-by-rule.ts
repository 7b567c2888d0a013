import { isOverlapping } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { monthsIn } from '../../language/calendar-names.js';
import { wordsOf } from '../../lexicon/words.js';
import { fitBodyNames } from './body-names.js';
import { findGroups } from './group-names.js';
import { findKnownPlaces } from './known-places.js';
import { findMembersBodies } from './member-names.js';
import { isAddressWord, isOpening } from './name-opening.js';
import { bareWord, isCapitalised, isSuffix, type NameSpan, nameAt } from './name-span.js';
import { isNationality } from './nationality.js';
import { isPersonNoun } from './titles.js';

const WORDS_THAT_ARE_NAMES = new Set(wordsOf('names', 'wordsThatAreNames'));
const DATE_WORDS = new Set(wordsOf('names', 'dateWords'));
const AFTER_MONTHS = new Set(wordsOf('names', 'afterMonths'));
const SMALL = new Set('of the and for in on de la du des'.split(' '));
/** Capitals in brackets that may shorten the words before them. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}&]{1,7}$/u;
/** Words of a name before its abbreviation at most. */
const LONGEST_NAME = 9;

/**
 * The names of an English article, with those that its writing tells for certain in the place of others that overlap them: people whose
 * first name is a month or another word ("April Moe", "Will Ford") or who are named behind what they do, names that an abbreviation in brackets
 * follows ("Coastal Rescue (CR)"), with the abbreviation wherever it is, and bodies ("Falk Foundation").
 *
 * Gets wrong: a month right before a name at the beginning of a sentence without a comma ("August Lind Park filled").
 */
export function addNamesByRule(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const aged = findAged(annotation);
  const titled = [...findTitled(annotation), ...findAddressed(annotation), ...findKin(annotation)].filter(
    (own) => !names.some((name) => isOverlapping(name, own)),
  );
  const certain = [...findWordNames(annotation), ...findAbbreviated(annotation, names), ...titled, ...aged];
  const groups = findGroups(annotation).filter(
    (group) => !certain.some((own) => isOverlapping(own, group)) && !isWithinLonger(names, group),
  );
  const regions = findRegions(annotation, names).filter(
    (region) => !groups.some((group) => isOverlapping(group, region)),
  );
  const sure = [...certain, ...groups, ...regions];
  const kept = names.filter((name) => !sure.some((own) => isOverlapping(own, name)));
  const all = fitBodyNames(annotation, [...kept, ...sure]);
  const known = [...all, ...findKnownPlaces(annotation, all)];
  return [...known, ...findMembersBodies(annotation, known)].sort((a, b) => a.start - b.start);
}

/** "said chief executive Ingrid Sole", "the baker Ove Rand": two words with capitals right behind a noun for a person in small letters. */
function findTitled({ tokens, article, sentenceTokens }: Annotation): NameSpan[] {
  return sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    for (let at = first + 1; at + 1 < end; at += 1) {
      const [role, one, two, next] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
      if (role === undefined || one === undefined || two === undefined) continue;
      if (role.pos !== 'NOUN' || !isPersonNoun(role.norm) || isCapitalised(article.text, role)) continue;
      if (![one, two].every((token) => isOpening(token, article.text) && /^\p{L}+$/u.test(token.norm)))
        continue;
      const isLonger = next !== undefined && at + 2 < end && isCapitalised(article.text, next);
      const isThing = GROUP_ENDS.has(two.norm) || PLACE_ENDS.has(two.norm) || isNationality(one.norm);
      if (isLonger || isThing) continue;
      found.push(nameAt({ tokens, article, sentenceTokens }, 'person', { first: at, end: at + 2 }));
    }
    return found;
  });
}

/** "Ms Trench", "Mr. Berg": a word with a capital right behind a form of address that is before nothing else. */
function findAddressed({ tokens, article, sentenceTokens }: Annotation): NameSpan[] {
  return sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    for (let at = first; at + 1 < end; at += 1) {
      const address = tokens[at];
      if (address === undefined || !isAddressWord(bareWord(address.norm))) continue;
      if (!isCapitalised(article.text, address)) continue;
      const one = tokens[at + 1]?.norm === '.' ? at + 2 : at + 1;
      let after = one;
      while (after < end && after < one + 2 && isOpening(tokens[after], article.text)) after += 1;
      while (
        after > one &&
        after + 1 < end &&
        tokens[after]?.norm === '-' &&
        isOpening(tokens[after + 1], article.text)
      )
        after += 2;
      if (after > one)
        found.push(nameAt({ tokens, article, sentenceTokens }, 'person', { first: one, end: after }));
    }
    return found;
  });
}

/** "His wife, Selam, …", "her brother Didier.": one word with a capital beside a word for a relative. */
function findKin({ tokens, article, sentenceTokens }: Annotation): NameSpan[] {
  return sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    for (let at = first + 1; at + 1 < end; at += 1) {
      const isKin =
        KIN.has(tokens[at]?.norm ?? '') && /^(?:his|her|their|my|our|'s)$/u.test(tokens[at - 1]?.norm ?? '');
      if (!isKin) continue;
      const isBehindComma = tokens[at + 1]?.norm === ',';
      const one = isBehindComma ? at + 2 : at + 1;
      const next = one + 1 < end ? tokens[one + 1] : undefined;
      if (one >= end || !isOpening(tokens[one], article.text) || isNationality(tokens[one]?.norm ?? ''))
        continue;
      if (next !== undefined && isCapitalised(article.text, next)) continue;
      if (isBehindComma && next?.isWord === true && next.pos !== 'ADP') continue;
      found.push(nameAt({ tokens, article, sentenceTokens }, 'person', { first: one, end: one + 1 }));
    }
    return found;
  });
}

/** "Gideon Court, 58,", "Ute Bank, 41.": two words with capitals and an age are somebody, whatever the last one is a word for. */
function findAged({ tokens, article, sentenceTokens }: Annotation): NameSpan[] {
  return sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    for (let at = first; at + 3 < end; at += 1) {
      const [age, mark] = [tokens[at + 3], tokens[at + 4]];
      if (
        tokens[at + 2]?.norm !== ',' ||
        !/^[1-9]\d$/u.test(age?.norm ?? '') ||
        !/^[,.;]$/u.test(mark?.norm ?? '')
      )
        continue;
      const last = tokens[at + 1]?.norm ?? '';
      const isWhole = at === first || !isOpening(tokens[at - 1], article.text);
      if (!isWhole || !isOpening(tokens[at], article.text) || !isOpening(tokens[at + 1], article.text))
        continue;
      // What no noun ends is told by the words themselves.
      if (GROUP_ENDS.has(last) || PLACE_ENDS.has(last))
        found.push(nameAt({ tokens, article, sentenceTokens }, 'person', { first: at, end: at + 2 }));
    }
    return found;
  });
}

const KIN = new Set(wordsOf('people', 'kin'));
const PLACES_OF = new Set(wordsOf('names', 'placesOf'));
const PLACE_ENDS = new Set(wordsOf('names', 'placeEnds'));
const GROUP_ENDS = new Set(wordsOf('names', 'groupEnds'));

/** "the State of Ohio", "the Bay of Selm": the word for a place, with the place that was found behind it. */
function findRegions(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, article } = annotation;
  return names.flatMap((name) => {
    const head = tokens[name.tokens.first - 2];
    const isHead =
      name.kind === 'place' &&
      head !== undefined &&
      PLACES_OF.has(head.norm) &&
      isCapitalised(article.text, head) &&
      tokens[name.tokens.first - 1]?.norm === 'of';
    return isHead
      ? [nameAt(annotation, 'place', { first: name.tokens.first - 2, end: name.tokens.end })]
      : [];
  });
}

/** Whether a name that was found goes beyond a group, and so knows better. */
function isWithinLonger(names: readonly NameSpan[], { start, end }: NameSpan): boolean {
  return names.some((name) => name.start <= start && name.end >= end && name.kind !== 'person');
}

function findWordNames(annotation: Annotation): NameSpan[] {
  const { tokens, article } = annotation;
  const months = monthsIn('en');
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return token?.isWord === true && isCapitalised(article.text, token) && !token.isStop;
  };
  return annotation.sentenceTokens.flatMap(({ first, end }) => {
    const found: NameSpan[] = [];
    const isQuestion = tokens[end - 1]?.norm === '?';
    for (let at = first; at + 1 < end; at += 1) {
      const [token, next] = [tokens[at], tokens[at + 1]];
      if (token === undefined || next === undefined || !isCapitalised(article.text, token)) continue;
      const isMonth = months.has(token.norm) && token.end - token.start > 2;
      const isWord = WORDS_THAT_ARE_NAMES.has(token.norm) && at === first && !isQuestion;
      if (!isMonth && !isWord) continue;
      if (!isName(at + 1) || months.has(next.norm) || AFTER_MONTHS.has(next.norm)) continue;
      if (isMonth && isDate(annotation, at, first)) continue;
      const after = isSuffix(bareWord(tokens[at + 2]?.norm ?? '')) && at + 2 < end ? at + 3 : at + 2;
      if (isName(at + 2) && after === at + 2) continue;
      found.push(nameAt(annotation, 'person', { first: at, end: after }));
      at = after - 1;
    }
    return found;
  });
}

/** "in August", "5 June", "last May": a month by what is before it; at a sentence's beginning by no comma or verb behind the name. */
function isDate({ tokens }: Annotation, at: number, first: number): boolean {
  const before = tokens[at - 1];
  if (at > first && before !== undefined) return DATE_WORDS.has(before.norm) || before.pos === 'NUM';
  const after = tokens[at + 2];
  return (
    after === undefined ||
    !(/^[,(]$/u.test(after.norm) || /^(?:VERB|AUX|CCONJ)$/u.test(after.pos) || after.norm === "'s")
  );
}

function findAbbreviated(annotation: Annotation, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, article } = annotation;
  const kinds = new Map<string, NameSpan['kind']>();
  const found: NameSpan[] = [];
  for (let at = 1; at + 2 < tokens.length; at += 1) {
    if (tokens[at]?.norm !== '(' || tokens[at + 2]?.norm !== ')') continue;
    const short = article.text.slice(tokens[at + 1]?.start, tokens[at + 1]?.end);
    if (!ABBREVIATION.test(short)) continue;
    const first = findBeginning(annotation, at, short);
    if (first === null) continue;
    const whole = nameAt(annotation, 'organisation', { first, end: at });
    const tagged = names.find((name) => isOverlapping(name, whole) && name.kind !== 'person');
    const kind = tagged?.kind ?? 'organisation';
    kinds.set(short, kind);
    found.push({ ...whole, kind });
  }
  if (kinds.size === 0) return found;
  tokens.forEach((token, at) => {
    const kind = kinds.get(article.text.slice(token.start, token.end));
    if (kind !== undefined) found.push(nameAt(annotation, kind, { first: at, end: at + 1 }));
  });
  return found;
}

/** Where the words begin, right before a bracket, whose initials an abbreviation is made of, with or without the small words; null if none do. */
function findBeginning({ tokens, article }: Annotation, bracket: number, short: string): number | null {
  const wanted = short.replace(/&/gu, '').toLowerCase();
  let all = '';
  let telling = '';
  for (let at = bracket - 1; at >= Math.max(0, bracket - LONGEST_NAME); at -= 1) {
    const token = tokens[at];
    if (token === undefined || (!token.isWord && token.norm !== '&')) return null;
    const isCapital = isCapitalised(article.text, token);
    if (!isCapital && !SMALL.has(token.norm) && token.norm !== '&' && token.norm !== "'s") return null;
    const initial = token.isWord && token.norm !== "'s" ? (token.norm[0] ?? '') : '';
    all = initial + all;
    if (isCapital) telling = initial + telling;
    if (isCapital && (all === wanted || telling === wanted)) return at;
    if (telling.length > wanted.length) return null;
  }
  return null;
}
