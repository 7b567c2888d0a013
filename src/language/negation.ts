import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';
import { lexiconOf, split } from '../lexicon/lexicon.js';

const NEGATIONS: ReadonlySet<string> = new Set(split(lexiconOf('en').negations));

/** Whether a normalised word negates. Gets wrong: verbs that deny ("refused", "failed to"). */
export function isNegation(norm: string): boolean {
  return NEGATIONS.has(norm);
}

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a question, folded by `foldWord`, says "not" in one of its words; never in a language that is not listed. */
export function isNegated(folded: string, words: readonly string[], language: string): boolean {
  const primary = primaryLanguage(language);
  if (primary === 'en') return words.some((word) => isNegation(word) || word.endsWith("n't"));
  let set = sets.get(primary);
  if (set === undefined) {
    set = new Set(split(lexiconOf(primary).negations));
    sets.set(primary, set);
  }
  // "是不是" asks, as "…ませんか" does.
  if (isWithoutSpaces(primary)) {
    const plain = folded.replace(/(\p{L})[不没]\1|ませんか|ないか/gu, '');
    return [...set].some((sign) => plain.includes(sign));
  }
  const negations = set;
  return words.some((word) => negations.has(word));
}
