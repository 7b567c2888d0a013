import type { Attribution } from '../extract/attribution.js';
import { isNobodyKnown } from '../extract/attributions/can-say.js';
import { type Annotation, tokensWithin } from '../language/annotation.js';
import { stemWord } from '../language/stem.js';
import type { Token } from '../language/token.js';
import { wordsOf } from '../lexicon/words.js';

/** Verbs of wanting, of doing and of noticing: what follows them is nothing that anybody said. */
let untold: ReadonlySet<string> | undefined;

/**
 * Whether a quotation tells something that a speaker said and may be listed as such: anything quoted, and
 * of what is only reported what is a clause ("that the talks failed", "the talks had failed") behind a verb that tells. "Reports reveal a heated
 * exchange over the proposed deal" and "he responded with skepticism" name what was said and do not tell it, "she wrote some 300 works, of which
 * one is known" and "he wants the vote repeated" are no words of theirs; terms are nobody's.
 *
 * Gets wrong: a participle behind a noun ("the deal struck in June") passes for a clause.
 */
export function isTold(annotation: Annotation, { kind, content, cue, speaker }: Attribution): boolean {
  if (kind !== 'reported') return kind !== 'denied';
  if (speaker !== null && isNobodyKnown(speaker)) return false;
  untold ??= new Set(wordsOf('saying', 'untold').map(stemWord));
  const [verb] = cue === null ? [] : tokensWithin(annotation, cue);
  if (verb !== undefined && verb.pos !== 'NOUN' && untold.has(verb.stem)) return false;
  // Of several parts ("The dam … is sound") only all together are a clause.
  return isClause(content.flatMap((part) => tokensWithin(annotation, part)));
}

/** What opens a clause that is told ("that", "whether"), and what begins one beside it, in which a verb tells nothing of the clause itself. */
const OPENS =
  /^(?:that|whether|if|how|why|what|who|whom|whose|which|where|when|because|unless|although|though|while|since)$/u;
const BESIDE =
  /^(?:and|but|or|which|who|whom|whose|before|after|until|because|although|while|since|when|where|if|as|;|:)$/u;

/** Whether words are a clause: a subject, and its finite verb before anything that begins another clause. */
function isClause(tokens: readonly Token[]): boolean {
  const isOpened = OPENS.test(tokens[0]?.norm ?? '');
  const subject = tokens.findIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON');
  if (subject === -1) return false;
  for (let i = subject + 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (isFiniteVerb(token, tokens[i - 1]) && !isAttribute(token, tokens[i - 1], tokens[i + 1])) return true;
    const isJoining = token.norm === 'and' || token.norm === 'or';
    const next = tokens[i + 1];
    const joinsNouns = isJoining && next !== undefined && /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/u.test(next.pos);
    const isOfSubject =
      /^(?:who|which|whose)$/u.test(token.norm) && /^(?:NOUN|PROPN)$/u.test(tokens[i - 1]?.pos ?? '');
    if (!isOpened && BESIDE.test(token.norm) && !joinsNouns && !isOfSubject) return false;
  }
  return false;
}

function isFiniteVerb({ pos, norm }: Token, before: Token | undefined): boolean {
  return (pos === 'VERB' || pos === 'AUX') && !norm.endsWith('ing') && before?.norm !== 'to';
}

/** "the proposed deal", "over proposed cuts": a participle that is before a noun and belongs to it. */
function isAttribute({ norm }: Token, before: Token | undefined, after: Token | undefined): boolean {
  const isLed = before !== undefined && (before.pos === 'ADP' || DETERMINER.test(before.norm));
  const isFollowed = after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ';
  return /(?:ed|en|wn)$/u.test(norm) && isLed && isFollowed;
}

/** Not "this" or "some", which are subjects too ("this angered everybody"). */
const DETERMINER = /^(?:an?|the|no|every|each|any|his|her|its|their|my|our|your|'s?)$/u;
