import type { Token } from '../../language/token.js';

const FUTURE = new Set("will shall 'll won't would should must".split(' '));
/** Words that make a following "to" or a date one of what is to come ("is due in May"). */
const PLANNED = new Set(
  'set due scheduled expected planned slated going plan plans planning intend intends aim aims hope hopes vow vowed pledge pledged promise promised'.split(
    ' ',
  ),
);
const BE = new Set("is are was were be been being 's 're am".split(' '));
/** Tokens before a verb among which the words that make it a future are looked for: "is not now expected to be". */
const REACH = 5;

/**
 * Whether a date, by the place of its first token among those of its sentence, is of what is to come: by the nearest
 * verb before it, or where there is none by the first behind it. A verb in the present tense counts as a plan ("plays
 * on Saturday").
 *
 * Gets wrong: a story told in the present tense, and a date behind an insertion with a verb of its own.
 */
export function isToCome(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.norm === 'since') return false;
  for (let i = at - 1; i >= 0; i -= 1) if (isVerb(tokens, i)) return isFutureVerb(tokens, i);
  for (let i = at; i < tokens.length; i += 1) if (isVerb(tokens, i)) return isFutureVerb(tokens, i);
  return false;
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX' || PLANNED.has(token.norm));
}

function isFutureVerb(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined) return false;
  if (FUTURE.has(verb.norm)) return true;
  if (verb.norm === 'is' || verb.norm === 'are') return !isVerb(tokens, at + 1);
  const before = tokens.slice(Math.max(0, at - REACH), at).map(({ norm }) => norm);
  if (before.some((norm) => FUTURE.has(norm))) return true;
  const isInfinitive = before.at(-1) === 'to' || (before.at(-2) === 'to' && BE.has(before.at(-1) ?? ''));
  if (isInfinitive) return before.some((norm) => PLANNED.has(norm) || BE.has(norm));
  if (PLANNED.has(verb.norm) && verb.pos !== 'NOUN')
    return BE.has(before.at(-1) ?? '') || verb.norm.endsWith('s');
  return (
    verb.pos === 'VERB' &&
    /[^s]s$/u.test(verb.norm) &&
    !/^(?:says|tells|reports|writes|adds|notes)$/u.test(verb.norm)
  );
}
