import { languageOf, perLanguage } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';

const negationsIn = perLanguage(({ words }) => ({
  words: new Set(split(words.negations)),
  ends: split(words.negatingEnds),
}));

/** Whether a normalised English word negates. Gets wrong: verbs that deny ("refused", "failed to"). */
export function isNegation(norm: string): boolean {
  return negationsIn('en').words.has(norm);
}

/** Whether a question, folded by `foldWord`, says "not" in one of its words; never in a language that is not listed. */
export function isNegated(folded: string, words: readonly string[], language: string): boolean {
  const negations = negationsIn(language);
  // "是不是" asks, as "…ませんか" does.
  if (languageOf(language).writing.isRunOn === true) {
    const plain = folded.replace(/(\p{L})[不没]\1|ませんか|ないか/gu, '');
    return [...negations.words].some((sign) => plain.includes(sign));
  }
  return words.some(
    (word) => negations.words.has(word) || negations.ends.some((ending) => word.endsWith(ending)),
  );
}
