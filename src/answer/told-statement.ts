import type { Attribution } from '../extract/attribution.js';
import { type Annotation, tokensWithin } from '../language/annotation.js';
import type { Token } from '../language/token.js';

/**
 * Whether a quotation tells something that a speaker said and may be listed as such: anything quoted, and
 * of what is only reported what has a clause of its own ("that the talks failed"). "Reports reveal a heated
 * exchange over the proposed deal" and "he responded with skepticism" name what was said and do not tell it; terms
 * are nobody's.
 *
 * Gets wrong: a participle behind a noun ("the deal struck in June") passes for a clause.
 */
export function isTold(annotation: Annotation, { kind, content }: Attribution): boolean {
  if (kind !== 'reported') return kind !== 'denied';
  return content.some((part) => hasClause(tokensWithin(annotation, part)));
}

function hasClause(tokens: readonly Token[]): boolean {
  const subject = tokens.findIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON');
  return tokens.some(
    (token, i) =>
      subject !== -1 &&
      i > subject &&
      isFiniteVerb(token, tokens[i - 1]) &&
      !isAttribute(token, tokens[i - 1], tokens[i + 1]),
  );
}

function isFiniteVerb({ pos, norm }: Token, before: Token | undefined): boolean {
  return (pos === 'VERB' || pos === 'AUX') && !norm.endsWith('ing') && before?.norm !== 'to';
}

/** "the proposed deal", "over proposed cuts": a participle that stands before a noun and belongs to it. */
function isAttribute({ norm }: Token, before: Token | undefined, after: Token | undefined): boolean {
  const isLed = before !== undefined && (before.pos === 'ADP' || DETERMINER.test(before.norm));
  const isFollowed = after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ';
  return /(?:ed|en|wn)$/u.test(norm) && isLed && isFollowed;
}

/** Not "this" or "some", which are subjects too ("this angered everybody"). */
const DETERMINER = /^(?:an?|the|no|every|each|any|his|her|its|their|my|our|your|'s?)$/u;
