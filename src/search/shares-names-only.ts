import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';

/** Words with vectors less alike than this do not stand for one another ("born" and "former" have 0.4, "won" and "played" 0.6). */
const UNLIKE = 0.6;

/**
 * Whether a sentence has nothing but names in common with a question, and the articles nothing of the rest: what is
 * asked about is there, what is asked of it is not ("Where was Tony Blair born?").
 *
 * Gets wrong: a relation that the article tells in a name alone ("Who succeeded King Edric?" by "King Edric's successor, Ada",
 * where no table has the two words for kin).
 */
export function sharesNamesOnly(
  { asked, isTermPresent }: Pick<FeaturedQuestion, 'asked' | 'isTermPresent'>,
  { meeting }: Pick<FeaturedCandidate, 'meeting'>,
): boolean {
  const { terms } = asked.question;
  const isUnmet = (i: number): boolean =>
    isTermPresent[i] === false && (meeting.related[i] ?? 0) === 0 && (meeting.soft[i] ?? 0) < UNLIKE;
  const rest = terms.flatMap((term, i) => (term.isName ? [] : [i]));
  return rest.length > 0 && rest.length < terms.length && rest.every(isUnmet);
}
