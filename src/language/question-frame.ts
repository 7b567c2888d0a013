import { perLanguage } from '../lexicon/language.js';

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';

/**
 * A question without what is said around it; as it is in a language that is not listed. Gets wrong: a greeting that is asked about
 * ("What does moin mean?").
 */
export function withoutFrame(question: string, language: string): string {
  const pattern = frameOf(language);
  return pattern === null ? question : question.replace(pattern, ' ');
}

const frameOf = perLanguage(({ words: { aroundQuestions: frames }, writing }): RegExp | null => {
  if (frames === undefined) return null;
  if (writing.isRunOn === true) return new RegExp(frames.join('|'), 'giu');
  const bounded = frames.map((frame) => (frame.startsWith('-') ? frame : `${NO_LETTER_BEFORE}(?:${frame})`));
  const all = bounded.join('|').replaceAll(' ', '[\\s,،]+');
  return new RegExp(`(?:${all})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
});
