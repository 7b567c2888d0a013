import { stemWord } from '../../language/stem.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { isSpeakingVerb } from './speech-verbs.js';

/** Tokens between a negation and the verb of saying that it denies: "has not yet publicly said". */
const FARTHEST_NEGATION = 6;

const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'nor',
  'neither',
  'without',
  'cannot',
]);

/**
 * Whether the verb at a place tells that its subject did not say what follows, or denies it: "never said", "has not revealed",
 * "declined to say", "could not say", "denied that". Looked for back to `floor`.
 *
 * Gets wrong: "did not only say", which says it.
 */
export function isDenied(tokens: readonly Token[], verb: number, floor: number): boolean {
  const cue = tokens[verb];
  if (cue === undefined) return false;
  if (cue.pos !== 'NOUN' && isOneOf('denying', cue)) return true;
  if (isRejecting(tokens, verb)) return true;
  if (isOneOf('withholding', cue)) {
    const next = tokens[verb + 2];
    return tokens[verb + 1]?.norm === 'to' && next !== undefined && isSpeakingVerb(next);
  }
  return isNegated(tokens, verb, floor);
}

/** Behind these somebody did not say it, or as good as never: "almost said", "rarely says". */
const SELDOM: ReadonlySet<string> = new Set('rarely seldom hardly scarcely barely almost nearly'.split(' '));
const ENDING: ReadonlySet<string> = new Set('stopped stops ceased quit avoided avoids'.split(' '));

/** Whether a negation, or a verb that withholds, is before the verb at a place, or it is in a clause that tells what is not so. */
export function isNegated(tokens: readonly Token[], verb: number, floor: number): boolean {
  return isUnreal(tokens, verb, floor) || isNegatedBefore(tokens, verb, floor);
}

/** "If Ida Moe says “sorry”", "Had Bo Lind said “yes”", "It is not true that Bo Lind said". */
function isUnreal(tokens: readonly Token[], verb: number, floor: number): boolean {
  const norms = tokens.slice(floor, verb).map(({ norm }) => norm);
  const clause = norms.slice(norms.findLastIndex((norm) => /^[,;:\u201c\u201d"]$/u.test(norm)) + 1);
  if (clause.some((norm) => norm === 'if' || norm === 'unless') || clause[0] === 'had') return true;
  const that = clause.indexOf('that');
  const told = clause.slice(0, Math.max(0, that));
  return told.includes('untrue') || told.includes('false') || (told.includes('true') && told.some(isNo));
}

function isNo(norm: string): boolean {
  return NEGATIONS.has(norm);
}

function isNegatedBefore(tokens: readonly Token[], verb: number, floor: number): boolean {
  for (let at = verb - 1; at >= Math.max(floor, verb - FARTHEST_NEGATION); at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    const next = tokens[at + 1]?.norm;
    if (NEGATIONS.has(token.norm)) return next !== 'only';
    if (SELDOM.has(token.norm)) return next !== 'always' && next !== 'every';
    if (token.norm === 'longer' && tokens[at - 1]?.norm === 'no') return true;
    if (ENDING.has(token.norm)) return next?.endsWith('ing') === true;
    if (token.norm === 'to' && isOneOf('withholding', tokens[at - 1])) return true;
    if (token.norm === 'to' && /^(?:yet|unable|unwilling|reluctant)$/u.test(tokens[at - 1]?.norm ?? ''))
      return true;
    if (token.norm === 'of' && tokens[at - 1]?.norm === 'short') return true;
    if (token.pos === 'VERB' && isOneOf('denying', token)) return true;
    if (isRejecting(tokens, at)) return true;
    if (!/^(?:AUX|ADV|PART|VERB|ADP)$/u.test(token.pos)) return false;
    if (token.pos === 'VERB' && !/^(?:have|has|had|having|did|do|does|been|want|wanted)$/u.test(token.norm))
      return false;
  }
  return false;
}

const CLAIMS: ReadonlySet<string> = new Set(wordsOf('saying', 'claims'));

/** "rejected claims that", "dismissed the report that". */
function isRejecting(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.pos !== 'VERB' || !isOneOf('rejecting', tokens[at])) return false;
  const next = tokens[at + 1]?.pos === 'DET' ? tokens[at + 2] : tokens[at + 1];
  return CLAIMS.has(next?.norm ?? '');
}

const NOBODY: ReadonlySet<string> = new Set(['no', 'nobody', 'none', 'neither', 'nor']);

/** Whether a source that begins at a place is nobody: "No one at the mill said", "Neither Berg nor Moe said". */
export function isNobody(tokens: readonly Token[], source: number): boolean {
  const before = tokens[source - 1];
  if (before?.pos === 'ADP' && NOBODY.has(tokens[source - 2]?.norm ?? '')) return true;
  return NOBODY.has(tokens[source]?.norm ?? '') || before?.norm === 'nor';
}

const stems = new Map<string, ReadonlySet<string>>();

function isOneOf(list: 'denying' | 'withholding' | 'rejecting', token: Token | undefined): boolean {
  const known =
    stems.get(list) ??
    new Set(
      wordsOf('saying', list).flatMap((word) => [stemWord(word), stemWord(`${word.replace(/e$/u, '')}ed`)]),
    );
  stems.set(list, known);
  return token !== undefined && known.has(token.stem);
}
