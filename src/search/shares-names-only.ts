import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';

/**
 * Words with vectors less alike than this do not stand for one another ("born" and "former" have 0.4, "won" and "played" 0.6). On
 * articles not trained on 0.75 leaves out 3 answers more than 0.6 does, all of them wrong; 0.8 a right one too.
 */
const UNLIKE = 0.75;
/** The same for the noun that says what kind of thing is asked for: an answer seldom has it ("How much money did she get?"). */
const UNLIKE_KIND = 0.6;

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
    isTermPresent[i] === false &&
    (meeting.related[i] ?? 0) === 0 &&
    (meeting.soft[i] ?? 0) < (terms[i]?.isFocus === true ? UNLIKE_KIND : UNLIKE);
  const rest = terms.flatMap((term, i) => (term.isName ? [] : [i]));
  return rest.length > 0 && rest.length < terms.length && rest.every(isUnmet);
}
