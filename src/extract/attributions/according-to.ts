import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { nounPhraseFrom } from '../grammar/noun-phrase.js';

/** "according to" with who is named behind it and what is told, as ranges of tokens. */
export interface AccordingTo {
  readonly cue: TokenRange;
  /** With the apposition or the relative clause behind the name: "Nils Berg, a surveyor". */
  readonly source: TokenRange;
  /** The rest of the sentence, before and behind; empty if there is no rest. */
  readonly content: readonly TokenRange[];
}

/** Whether "according to" is at a place. */
export function isAccordingTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.norm === 'according' && tokens[at + 1]?.norm === 'to';
}

/**
 * The "according to" at a place of a sentence, which is the range from `first` to `end`; undefined if none is there, or
 * nobody behind it.
 *
 * Gets wrong: a list of sources with commas ("according to Berg, Moe and Lind, the wall leaks").
 */
export function readAccordingTo(
  tokens: readonly Token[],
  at: number,
  { first, end }: TokenRange,
): AccordingTo | undefined {
  if (!isAccordingTo(tokens, at)) return undefined;
  const limit = withoutStop(tokens, at, end);
  const phrase = nounPhraseFrom(tokens, at + 2, limit) ?? mistagged(tokens, at + 2, limit);
  if (phrase === undefined) return undefined;
  const named = endOfName(tokens, phrase.end, limit);
  const source = {
    first: phrase.first,
    end: endOfInsertions(tokens, at === first ? endOfDescription(tokens, named, limit) : named, limit),
  };
  const before = trim(tokens, { first, end: at });
  const behind = trim(tokens, { first: source.end, end: limit });
  const content = [before, behind].filter((part) => hasWords(tokens, part));
  return { cue: { first: at, end: at + 2 }, source, content };
}

/** The tagger takes the end of some names for a verb ("the Saltgate Echo, …"), behind which no comma would follow. */
function endOfName(tokens: readonly Token[], end: number, limit: number): number {
  const isCut = tokens[end]?.pos === 'VERB' && end < limit;
  return isCut && (end + 1 === limit || tokens[end + 1]?.norm === ',') ? end + 1 : end;
}

/** The tagger takes "police" behind "to" for a verb. */
function mistagged(tokens: readonly Token[], at: number, limit: number): TokenRange | undefined {
  const isAlone = at + 1 >= limit || tokens[at + 1]?.norm === ',';
  return at < limit && isAlone && tokens[at]?.isWord === true ? { first: at, end: at + 1 } : undefined;
}

/** At the beginning of a sentence all up to the comma is the source: "According to a report by the Water Board, …". */
function endOfDescription(tokens: readonly Token[], from: number, limit: number): number {
  const next = tokens[from];
  if (next?.pos !== 'ADP' && !(next?.pos === 'VERB' && /(?:ed|en)$/u.test(next.norm))) return from;
  for (let at = from; at < limit; at += 1) {
    const token = tokens[at];
    if (token?.norm === ',') return at;
    if (token?.pos === 'AUX' || (token?.pos === 'VERB' && !/(?:ing|ed|en)$/u.test(token.norm))) return from;
  }
  return from;
}

/** Behind a name, an age and where somebody lives may both be inserted: "Ms. Reiner, 44, of Sund, …". */
function endOfInsertions(tokens: readonly Token[], from: number, limit: number): number {
  const isAge = tokens[from]?.norm === ',' && /^\d{1,3}$/u.test(tokens[from + 1]?.norm ?? '');
  const aged = isAge && tokens[from + 2]?.norm === ',' ? from + 2 : from;
  const isHome = tokens[aged]?.norm === ',' && /^(?:of|from)$/u.test(tokens[aged + 1]?.norm ?? '');
  const home = isHome ? nounPhraseFrom(tokens, aged + 2, limit) : undefined;
  if (home !== undefined && tokens[home.end]?.norm === ',') return home.end;
  return aged > from ? aged : endOfInsertion(tokens, from, limit);
}

function withoutStop(tokens: readonly Token[], at: number, end: number): number {
  let limit = end;
  while (limit > at + 2 && tokens[limit - 1]?.isWord !== true && tokens[limit - 1]?.norm !== ')') limit -= 1;
  return limit;
}

/** Behind a name and a comma: the end of the apposition or relative clause that the next comma, or the sentence, ends. */
function endOfInsertion(tokens: readonly Token[], from: number, limit: number): number {
  const isRelative = /^(?:who|whose|which|that)$/u.test(tokens[from]?.norm ?? '');
  if (tokens[from]?.norm !== ',' && !isRelative) return from;
  const opening = isRelative ? from : from + 1;
  let close = opening;
  while (close < limit && tokens[close]?.norm !== ',') close += 1;
  if (/^(?:who|whose|which)$/u.test(tokens[opening]?.norm ?? '') || isRelative) return close;
  const isNominal =
    /^(?:its|his|her|their)$/u.test(tokens[opening]?.norm ?? '') ||
    /^(?:DET|NOUN|ADJ|PROPN|NUM)$/u.test(tokens[opening]?.pos ?? '') ||
    tokens[opening]?.norm === 'former';
  const hasVerb = tokens
    .slice(opening, close)
    .some(({ pos, norm }) => pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed|en)$/u.test(norm)));
  const isLast = close === limit;
  if (tokens[close + 1]?.pos === 'CCONJ' && !isLast) return from;
  // "According to Moe, the wall cracked on Friday, when …": what a clause hangs on is a clause itself, and no apposition.
  if (hasVerbBehind(tokens, opening, close) && SUBORDINATES.test(tokens[close + 1]?.norm ?? '')) return from;
  return isNominal && !hasVerb && (!isLast || !hasVerbBehind(tokens, opening, close)) ? close : from;
}

/** Words that begin a clause which hangs on the one before. */
const SUBORDINATES = /^(?:when|where|because|while|as|after|before|since|although|though|until|which)$/u;

function hasVerbBehind(tokens: readonly Token[], first: number, end: number): boolean {
  return tokens.slice(first, end).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

function trim(tokens: readonly Token[], { first, end }: TokenRange): TokenRange {
  let [from, to] = [first, end];
  const isMark = (at: number): boolean => /^(?:[,;:.-]|--)$/u.test(tokens[at]?.norm ?? '');
  while (from < to && isMark(from)) from += 1;
  while (to > from && isMark(to - 1)) to -= 1;
  return { first: from, end: to };
}

function hasWords(tokens: readonly Token[], { first, end }: TokenRange): boolean {
  return tokens.slice(first, end).some(({ isWord, isStop }) => isWord && !isStop);
}
