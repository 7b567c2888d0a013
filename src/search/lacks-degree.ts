import type { Question } from '../language/question.js';
import type { ArticleProfile } from './article-profile.js';
import { tellsAge } from './tells-age.js';
import { SIGN } from './token-signs.js';

/**
 * Whether a sentence has no age for a question that asks how old, no measure for one that asks how tall or far, no time for
 * one that asks how long.
 *
 * Gets wrong: lengths told in other units ("a stone's throw", "until the spring thaw").
 */
export function lacksDegree(
  { kind }: Pick<Question, 'kind'>,
  { profile, index }: { readonly profile: ArticleProfile; readonly index: number },
): boolean {
  const signs = profile.allSignsOf(index);
  if (kind === 'age') return !tellsAge(profile, index);
  if (kind === 'measure') return (signs & (SIGN.measure | SIGN.unit)) === 0;
  return kind === 'duration' && (signs & (SIGN.unit | SIGN.date | SIGN.measure)) === 0;
}
