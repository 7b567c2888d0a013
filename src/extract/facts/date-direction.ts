import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';

/** Whether a date is of what was or of what is to come. */
export type Direction = 'past' | 'future';

const FUTURE = new Set(wordsOf('times', 'future'));
/** Words that make a following "to" or a date one of what is to come ("is due in May"). */
const PLANNED = new Set(wordsOf('times', 'planned'));
/** Verbs whose present tense beside a date is a plan ("schools reopen in August"). */
const SCHEDULED = new Set(wordsOf('times', 'scheduled').flatMap((verb) => [verb, `${verb}s`, `${verb}es`]));
/** Verbs that have somebody do something later ("told them to leave by Friday"). */
const ASKING = new Set(wordsOf('times', 'asking'));
/** Past forms that no ending tells. */
const PAST = new Set(wordsOf('times', 'past'));
/** Verbs in the present tense beside a date of the past: "Moe says". */
const TELLING = /^(?:says|tells|reports|writes|adds|notes|shows|means|thinks|believes|remembers)$/u;
/** Behind these the present tense is of what is to come: "if they win in November". */
const CONDITIONS = new Set('if unless once'.split(' '));
const BE = new Set("is are was were be been being 's 're am".split(' '));
/** Tokens before a verb among which the words that make it a future are looked for: "is not now expected to be". */
const REACH = 5;
/** Tokens between a verb that asks for something and the infinitive: "told the families of the street to leave". */
const FARTHEST_ASKING = 8;

/**
 * Whether a date, by the place of its first token among those of its sentence, is of what was or is to come: by the nearest
 * verb before it, or where there is none by the first behind it; null for a sentence without a verb, which tells nothing. A verb in the
 * present tense counts as a plan ("plays on Saturday").
 *
 * Gets wrong: a story told in the present tense, and a date behind an insertion with a verb of its own.
 */
export function findDirection(tokens: readonly Token[], at: number): Direction | null {
  const before = tokens[at - 1]?.norm;
  if (before === 'since') return 'past';
  if (before === 'before' && isRuledOut(tokens, at - 1)) return 'future';
  const verb = nearestVerb(tokens, at);
  if (verb !== null && verb < at && isInSpite(tokens, verb, at)) return 'past';
  if (verb !== null && isOpenChance(tokens, verb)) return null;
  const isDeadline = before === 'by' || before === 'until' || (before === 'to' && isLastDay(tokens, at));
  if (verb === null) return isDeadline ? 'future' : null;
  if (isFutureVerb(tokens, verb) || isImperative(tokens, verb)) return 'future';
  if (before === 'for' && verb < at && isBooked(tokens, verb)) return 'future';
  if (before === 'to' && isDeadline && /^(?:has|have)$/u.test(tokens[verb]?.norm ?? '')) return 'future';
  if (!isDeadline || verb > at || isPlainlyPast(tokens, verb)) return 'past';
  const next = tokens.findIndex((_, i) => i > at && isVerb(tokens, i));
  return next !== -1 && isPlainlyPast(tokens, next) ? 'past' : 'future';
}

/** "Not before December", "ruled out a further price rise before January". */
function isRuledOut(tokens: readonly Token[], before: number): boolean {
  if (tokens[before - 1]?.norm === 'not') return true;
  return tokens.some(
    ({ norm }, i) => i < before && /^rul(?:e|es|ed|ing)$/u.test(norm) && tokens[i + 1]?.norm === 'out',
  );
}

/** "All 11 performances to 28 July", but not "rose from 5 May to 28 July", "wrote to April". */
function isLastDay(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.pos === 'NUM' && !tokens.slice(0, at).some(({ norm }) => norm === 'from');
}

/** "Ask me in September", “Come back in May”: a verb in its plain form at the beginning of what is said, with no subject before it. */
function isImperative(tokens: readonly Token[], verb: number): boolean {
  const [before, token] = [tokens[verb - 1], tokens[verb]];
  if (token === undefined || token.pos !== 'VERB' || /(?:ed|ing|s)$/u.test(token.norm)) return false;
  return !PAST.has(token.norm) && (before === undefined || /^["\u201c\u2018:.]$/u.test(before.norm));
}

/** "Has booked a table for 12 March", but not "had booked", which may be over. */
function isBooked(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:booked|reserved|pencilled|scheduled|called|invited)$/u.test(tokens[verb]?.norm ?? ''))
    return false;
  return /^(?:has|have|'s|'ve|is|are)$/u.test(tokens[verb - 1]?.norm ?? '');
}

function nearestVerb(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= 0; i -= 1) if (isVerb(tokens, i)) return i;
  for (let i = at + 1; i < tokens.length; i += 1) if (isVerb(tokens, i)) return i;
  return null;
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isMonth(tokens, at)) return false;
  if (token.pos === 'VERB' || token.pos === 'AUX') return true;
  const isPlan = PLANNED.has(token.norm) && (token.pos !== 'NOUN' || isGoverning(tokens[at + 1]));
  return isPlan || isMistagged(tokens, at);
}

/** "in May", "the May vote", "May Torres": no modal verb. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.norm !== 'may') return false;
  return /^(?:ADP|NUM|DET|CCONJ)$/u.test(tokens[at - 1]?.pos ?? '') || tokens[at + 1]?.pos === 'PROPN';
}

/** "plans a sale", "plans to sell". */
function isGoverning(next: Token | undefined): boolean {
  return next?.pos === 'DET' || next?.norm === 'to';
}

/** The tagger takes some verbs before a date for nouns or adjectives: "Bus 40 ends on Sunday", "Doors open at noon", "Two divers drowned on Friday". */
function isMistagged(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || !/^(?:NOUN|ADJ)$/u.test(token.pos)) return false;
  if (!SCHEDULED.has(token.norm) && !/[^e]ed$/u.test(token.norm)) return false;
  const isSubject = before !== undefined && /^(?:NOUN|PROPN|NUM|ADJ)$/u.test(before.pos);
  return isSubject && (/^(?:on|in|at|by|from|until)$/u.test(next?.norm ?? '') || next?.pos === 'PROPN');
}

function isFutureVerb(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined) return false;
  if (FUTURE.has(verb.norm)) return !isPerfect(tokens, at);
  if (verb.norm === 'is' || verb.norm === 'are') return !isVerb(tokens, at + 1);
  const before = tokens.slice(Math.max(0, at - REACH), at).map(({ norm }) => norm);
  const modal = tokens.findLastIndex(
    ({ norm }, i) => i < at && i >= at - REACH && FUTURE.has(norm) && !isMonth(tokens, i),
  );
  if (modal !== -1 && !isOverBefore(tokens, modal, at)) return !isPerfect(tokens, modal);
  if (before.some((norm) => CONDITIONS.has(norm)) && !isPlainlyPast(tokens, at) && !TELLING.test(verb.norm))
    return true;
  const isInfinitive = before.at(-1) === 'to' || (before.at(-2) === 'to' && BE.has(before.at(-1) ?? ''));
  if (isInfinitive) return before.some((norm) => PLANNED.has(norm) || BE.has(norm)) || isAskedFor(tokens, at);
  if (PLANNED.has(verb.norm))
    return BE.has(before.at(-1) ?? '') || verb.norm.endsWith('s') || isGoverning(tokens[at + 1]);
  if (SCHEDULED.has(verb.norm)) return !isParticiple(before.at(-1)) && !isNegatedPast(before);
  if (verb.norm.endsWith('ing') && /^(?:is|are|am|'s|'re)$/u.test(before.at(-1) ?? '')) return true;
  return verb.pos === 'VERB' && /[^s]s$/u.test(verb.norm) && !TELLING.test(verb.norm);
}

/** "must have left", but not "would have a scan": no matter what it would be without "have". */
function isPerfect(tokens: readonly Token[], modal: number): boolean {
  const norm = tokens[modal]?.norm;
  if (norm === 'will' || norm === "'ll" || tokens[modal + 1]?.norm !== 'have') return false;
  const [first, second] = tokens.slice(modal + 2, modal + 4);
  const participle = first?.pos === 'ADV' ? second : first;
  return (
    participle !== undefined && (participle.norm === 'been' || /^(?:VERB|AUX|ADJ)$/u.test(participle.pos))
  );
}

/** Verbs behind which another's participle is still to come: "will see the bridge closed in May". */
const CAUSING = new Set('have has get see keep leave'.split(' '));

/** Whether what a modal verb tells is over before a verb in the past: "We will win,” Moe said", "will appeal against the fine imposed". */
function isOverBefore(tokens: readonly Token[], modal: number, verb: number): boolean {
  const between = tokens.slice(modal + 1, verb).filter(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  if (between.length === 0 || !isPlainlyPast(tokens, verb)) return false;
  return !between.some(({ norm }) => BE.has(norm) || CAUSING.has(norm));
}

/** "Will stay on despite a defeat on Wednesday". */
function isInSpite(tokens: readonly Token[], verb: number, at: number): boolean {
  return tokens.slice(verb + 1, at).some(({ norm }) => norm === 'despite');
}

/** "Could lose her seat in November": what may come, or what somebody was able to do; "could not come" was. */
function isOpenChance(tokens: readonly Token[], verb: number): boolean {
  const could = tokens.findLastIndex(({ norm }, i) => i <= verb && i >= verb - REACH && norm === 'could');
  if (could === -1 || isPlainlyPast(tokens, verb)) return false;
  return !/^(?:not|n't|have)$/u.test(tokens[could + 1]?.norm ?? '');
}

/** "told the families to leave", "agreed to meet". */
function isAskedFor(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - FARTHEST_ASKING), at).some(({ norm }) => ASKING.has(norm));
}

/** Behind an auxiliary "run" and "set" are participles. */
function isParticiple(before: string | undefined): boolean {
  return before !== undefined && (BE.has(before) || /^(?:has|have|had)$/u.test(before));
}

/** "The news did not go down well". */
function isNegatedPast(before: readonly string[]): boolean {
  return before.slice(-2).some((norm) => norm === 'did' || norm === "didn't");
}

/** "paid until Friday", "was shut until Friday". */
function isPlainlyPast(tokens: readonly Token[], verb: number): boolean {
  return tokens
    .slice(Math.max(0, verb - 1), verb + 1)
    .some(({ norm }) => norm.endsWith('ed') || PAST.has(norm));
}
