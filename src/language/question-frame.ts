import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';
import { lexiconOf } from '../lexicon/lexicon.js';

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';

const known = new Map<string, RegExp | null>();

/**
 * A question without what is said around it; as it is in a language that is not listed. Gets wrong: a greeting that is asked about
 * ("What does moin mean?").
 */
export function withoutFrame(question: string, language: string): string {
  const primary = primaryLanguage(language);
  let pattern = known.get(primary);
  if (pattern === undefined) {
    pattern = compile(lexiconOf(primary).aroundQuestions, primary);
    known.set(primary, pattern);
  }
  return pattern === null ? question : question.replace(pattern, ' ');
}

function compile(frames: readonly string[] | undefined, language: string): RegExp | null {
  if (frames === undefined) return null;
  if (isWithoutSpaces(language)) return new RegExp(frames.join('|'), 'giu');
  const bounded = frames.map((frame) => (frame.startsWith('-') ? frame : `${NO_LETTER_BEFORE}(?:${frame})`));
  const all = bounded.join('|').replaceAll(' ', '[\\s,،]+');
  return new RegExp(`(?:${all})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}
