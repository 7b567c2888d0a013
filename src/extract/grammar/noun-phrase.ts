import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { isTitle } from '../people/titles.js';

const PERSONAL = new Set('he she they it i we you who'.split(' '));
const POSSESSIVE = new Set('his her its their my our your'.split(' '));
/** Prepositions that tie a phrase to the noun before them ("a spokesman for the mayor"). */
const TYING = new Set('of for at from in with to on'.split(' '));
/** After a name only these do: "said Vladeck of the University", but not "said Vladeck in an interview". */
const TYING_NAMES = new Set(['of', 'from']);
/** Days and months: a phrase never goes on with "on Friday". */
const WHEN = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:yester|to)day|^tomorrow/u;
/** A phrase of more tokens than this is a parse gone wrong. */
const LONGEST_PHRASE = 40;

/** Pronouns for anybody and nobody, which are phrases by themselves. */
const INDEFINITE = new Set('nobody anybody everybody somebody everyone anyone someone'.split(' '));

/** Whether a token is a personal pronoun that can be a subject. */
export function isPersonalPronoun({ norm }: Token): boolean {
  return PERSONAL.has(norm);
}

/**
 * The noun phrase that begins at a token, as a range of tokens that stays before `limit`; undefined if none begins there.
 * Takes in possessives, "of" and the like, a bracket after a name, and "and" between names.
 *
 * Gets wrong: a participle used as an adjective without an article ("wounded soldiers").
 */
export function nounPhraseFrom(
  tokens: readonly Token[],
  first: number,
  limit: number,
): TokenRange | undefined {
  const opening = tokens[first];
  if (opening === undefined || first >= limit) return undefined;
  if (PERSONAL.has(opening.norm) || INDEFINITE.has(opening.norm)) return { first, end: first + 1 };
  let end = coreEnd(tokens, first, limit);
  if (end === first) return undefined;
  while (end < limit && end - first < LONGEST_PHRASE) {
    const next = extensionEnd(tokens, first, end, limit);
    if (next === end) break;
    end = next;
  }
  return { first, end };
}

/**
 * Every place where a noun phrase that begins at a token may end, nearest first: its core, then each phrase tied to it.
 * Empty if none begins there.
 */
export function phraseEnds(tokens: readonly Token[], first: number, limit: number): number[] {
  const opening = tokens[first];
  if (opening === undefined || first >= limit) return [];
  if (PERSONAL.has(opening.norm)) return [first + 1];
  let end = coreEnd(tokens, first, limit);
  const ends: number[] = [];
  while (end > first && end - first < LONGEST_PHRASE) {
    ends.push(end);
    const joint = tokens[end];
    const isTied =
      joint !== undefined && (TYING.has(joint.norm) || joint.norm === 'and' || joint.norm === 'or');
    let next = end;
    if (joint?.norm === '(') next = closingBracket(tokens, end, limit);
    else if (isTied) next = coreEnd(tokens, end + 1, limit);
    if (next <= end + 1) break;
    end = next;
  }
  return ends;
}

function coreEnd(tokens: readonly Token[], first: number, limit: number): number {
  let end = first;
  let lastNominal = first;
  while (end < limit) {
    const token = tokens[end];
    if (token === undefined || !isInside(tokens, end, end > first)) break;
    end += 1;
    if (isNominal(token) || isPossessiveMark(token)) lastNominal = end;
  }
  const last = tokens[lastNominal - 1];
  if (lastNominal > first && last !== undefined && isPossessiveMark(last)) return first;
  return lastNominal;
}

function isInside(tokens: readonly Token[], at: number, isLater: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  if (isNominal(token) || token.pos === 'DET' || token.pos === 'ADJ' || POSSESSIVE.has(token.norm))
    return true;
  if (token.norm === '-' || token.norm === '&') return isLater && next?.isWord === true;
  if (isPossessiveMark(token)) return isLater;
  if (isInnerStop(tokens, at)) return isLater;
  if (token.pos === 'ADV') return next?.pos === 'ADJ' || next?.pos === 'NUM';
  if (token.norm === 'of') return next?.pos === 'DET' && tokens[at - 1]?.pos === 'NUM';
  return token.pos === 'VERB' && isLater && isModifying(tokens, at);
}

/** A full stop within a name ("Realty.com") or behind a rank before one ("Maj. Olsen"). */
function isInnerStop(tokens: readonly Token[], at: number): boolean {
  const [before, stop, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (stop?.norm !== '.' || before?.end !== stop.start || after === undefined) return false;
  return after.start === stop.end
    ? before.isWord && after.isWord
    : isTitle(before.norm) && after.pos === 'PROPN';
}

function isModifying(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    before !== undefined &&
    after !== undefined &&
    (before.pos === 'DET' || before.pos === 'ADJ' || before.norm === '-') &&
    isNominal(after)
  );
}

function extensionEnd(tokens: readonly Token[], first: number, end: number, limit: number): number {
  const token = tokens[end];
  if (token === undefined) return end;
  if (token.norm === '(') return closingBracket(tokens, end, limit);
  const isName = tokens[end - 1]?.pos === 'PROPN';
  const joins =
    token.pos === 'ADP' || token.pos === 'PART'
      ? (isName ? TYING_NAMES : TYING).has(token.norm)
      : token.norm === 'and' && (isName ? tokens[end + 1]?.pos === 'PROPN' : tokens[first]?.pos !== 'PROPN');
  const next = tokens[end + 1];
  if (!joins || next === undefined || WHEN.test(next.norm)) return end;
  const further = coreEnd(tokens, end + 1, limit);
  return further > end + 1 ? further : end;
}

function closingBracket(tokens: readonly Token[], at: number, limit: number): number {
  for (let i = at + 1; i < Math.min(limit, at + 8); i += 1) if (tokens[i]?.norm === ')') return i + 1;
  return at;
}

/**
 * The noun phrase that ends right before a token, not reaching back beyond `floor`; undefined if none does.
 *
 * Gets wrong: a name right after a date or a place without a comma ("on Friday Trump").
 */
export function nounPhraseBefore(
  tokens: readonly Token[],
  end: number,
  floor: number,
): TokenRange | undefined {
  const last = tokens[end - 1];
  if (last === undefined || end <= floor) return undefined;
  if (PERSONAL.has(last.norm) || INDEFINITE.has(last.norm)) return { first: end - 1, end };
  if (last.norm === ')') {
    const open = openingBracket(tokens, end - 1, floor);
    const inner = open === undefined ? undefined : nounPhraseBefore(tokens, open, floor);
    return inner === undefined ? undefined : { first: inner.first, end };
  }
  if (!isNominal(last) && last.pos !== 'NUM' && last.pos !== 'ADJ' && last.pos !== 'DET') return undefined;
  let first = coreStart(tokens, end, floor);
  while (end - first < LONGEST_PHRASE) {
    const joint = tokens[first - 1];
    if (joint === undefined || first - 2 < floor) break;
    const isJoint =
      (joint.pos === 'ADP' && TYING.has(joint.norm)) ||
      (joint.norm === 'and' && tokens[first]?.pos === tokens[first - 2]?.pos);
    if (!isJoint || !isNominalAt(tokens, first - 2)) break;
    const isAnybody = INDEFINITE.has(tokens[first - 2]?.norm ?? '');
    const further = isAnybody ? first - 2 : coreStart(tokens, first - 1, floor);
    if (further >= first - 1) break;
    first = further;
  }
  // "which critics called": what leads in the clause is no part of its subject.
  if (/^(?:which|that|whom)$/u.test(tokens[first]?.norm ?? '') && end - first > 1) first += 1;
  return first < end ? { first, end } : undefined;
}

function openingBracket(tokens: readonly Token[], at: number, floor: number): number | undefined {
  for (let i = at - 1; i >= Math.max(floor, at - 8); i -= 1) if (tokens[i]?.norm === '(') return i;
  return undefined;
}

function coreStart(tokens: readonly Token[], end: number, floor: number): number {
  let first = end;
  while (first > floor) {
    const token = tokens[first - 1];
    if (token === undefined || !isInsideBackwards(tokens, first - 1, end)) break;
    first -= 1;
    const isStart = token.pos === 'DET' || POSSESSIVE.has(token.norm);
    if (isStart && tokens[first - 1]?.pos !== 'DET') break;
  }
  while (first < end && !isPhraseStart(tokens, first)) first += 1;
  return first;
}

function isInsideBackwards(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isNominal(token) || token.pos === 'DET' || token.pos === 'ADJ' || POSSESSIVE.has(token.norm))
    return true;
  if (isPossessiveMark(token) || token.norm === '-' || token.norm === '&') return at < end - 1;
  if (isInnerStop(tokens, at)) return at < end - 1;
  if (token.pos === 'ADV') return tokens[at + 1]?.pos === 'ADJ' || tokens[at + 1]?.pos === 'NUM';
  return token.pos === 'VERB' && isModifying(tokens, at);
}

function isPhraseStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.isWord === true && !isPossessiveMark(token);
}

function isNominalAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (isNominal(token) || token.norm === ')' || INDEFINITE.has(token.norm));
}

function isNominal({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM';
}

function isPossessiveMark({ norm }: Token): boolean {
  return norm === "'s" || norm === "'";
}
