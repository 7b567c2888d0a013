import type { Question } from '../language/question.js';
import type { ArticleProfile } from './article-profile.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import { SIGN } from './token-signs.js';

/** Words with vectors less alike than this are not counted as the same thing ("shops" and "stores" have 0.9). */
const UNLIKE = 0.6;

/** Tokens from a number to the thing that it counts ("600 cubic metres of earth"). */
const TO_ITS_NOUN = 3;

/** What is counted where anybody may be meant: the sentence may leave it out ("Four were killed"). */
const ANYBODY = new Set([
  'people',
  'person',
  'persons',
  'men',
  'women',
  'individuals',
  'lives',
  'casualties',
]);

/**
 * Whether a question for a count ("how many") counts a thing that the sentence does not have, while
 * each number there counts something else.
 *
 * On articles not trained on it holds for 2 of 2,603 right answers. Gets wrong: a part for the whole ("40 hulls" for "How many boats
 * sailed?").
 */
export function countsOther(
  { kind, terms, tokens }: Question,
  { profile, index, meeting }: Pick<FeaturedCandidate, 'profile' | 'index' | 'meeting'>,
): boolean {
  if (kind !== 'number' || !tokens.some(({ norm }) => norm === 'many')) return false;
  const counted = terms.findIndex((term) => term.isFocus);
  const term = terms[counted];
  if (term === undefined || ANYBODY.has(tokens[term.token]?.norm ?? '')) return false;
  return (
    (meeting.exact[counted] ?? 0) === 0 &&
    (meeting.related[counted] ?? 0) === 0 &&
    (meeting.soft[counted] ?? 0) < UNLIKE &&
    !leavesThingOut(profile, index)
  );
}

/** Whether a number has no noun behind it: the thing counted is left out, as the sentence before has it ("Forty were tested"). */
function leavesThingOut(profile: ArticleProfile, index: number): boolean {
  const signs = profile.signsOf(index);
  const tokens = profile.sentences[index]?.tokens ?? [];
  return tokens.some((_, t) => {
    if (((signs[t] ?? 0) & (SIGN.number | SIGN.date)) !== SIGN.number) return false;
    return !tokens.slice(t + 1, t + 1 + TO_ITS_NOUN).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  });
}
