import type { Question } from '../language/question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import { SIGN } from './token-signs.js';

/** Words with vectors this alike stand for one another ("call" and "conversation" have 0.7). */
const ALIKE = 0.7;

/**
 * Whether a sentence names who told of what it tells, for a question that asks which outlet or agency reported it ("Which outlet
 * reported the call?" by "According to Axios, … called …"), and has all else that the question says. The outlet is seldom
 * called one, and its telling is told in other words, so ranking finds little of the question there.
 *
 * Gets wrong: two reports in one sentence.
 */
export function namesTeller(
  { kind, asksTeller, terms, tokens }: Question,
  { profile, index, meeting }: Pick<FeaturedCandidate, 'profile' | 'index' | 'meeting'>,
): boolean {
  if (kind !== 'group' || !asksTeller || (profile.allSignsOf(index) & SIGN.source) === 0) {
    return false;
  }
  const rest = terms.flatMap(({ isFocus, token }, i) =>
    isFocus || tokens[token]?.pos === 'VERB' ? [] : [i],
  );
  const isMet = (i: number): boolean =>
    meeting.exact[i] === 1 || (meeting.related[i] ?? 0) > 0 || (meeting.soft[i] ?? 0) >= ALIKE;
  return rest.length > 0 && rest.every(isMet);
}
