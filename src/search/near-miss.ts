import { countsOther } from './counts-other.js';
import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import { lacksDeed } from './lacks-deed.js';
import { lacksKind } from './lacks-kind.js';
import { sharesNamesOnly } from './shares-names-only.js';

/**
 * Whether a sentence is about what a question is about, and yet cannot answer it: confidence was learned from questions
 * that nearly all ask after something that the text tells, so it does not know these.
 */
export function isNearMiss(
  featured: Pick<FeaturedQuestion, 'asked' | 'isTermPresent'>,
  first: FeaturedCandidate,
): boolean {
  const { question } = featured.asked;
  return (
    lacksKind(question, first) ||
    sharesNamesOnly(featured, first) ||
    lacksDeed(featured, first) ||
    countsOther(question, first)
  );
}
