import type { PreviousAnswer } from '../bot/command.js';
import { analysePlainQuestion } from '../language/plain-question.js';
import type { CompleteQuestion } from './follow-up.js';

/**
 * A question behind an exchange about an article in a language without rules of its own for this (BCP 47): if it has no word but question words and
 * stop words ("und wann?"), it goes on with the previous question's words behind its own; else it is asked by itself.
 *
 * Gets wrong: "and what did she pay?", whose pronoun nothing resolves here.
 */
export function completePlainQuestion(
  asked: string,
  previous: PreviousAnswer,
  language: string,
): CompleteQuestion {
  const goesOn = analysePlainQuestion(asked, language).terms.length === 0;
  return goesOn
    ? { texts: [`${asked} ${previous.question}`], source: previous.source }
    : { texts: [asked], source: null };
}
