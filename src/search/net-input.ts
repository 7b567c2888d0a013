import type { QuestionTerm } from '../language/question.js';
import type { Token } from '../language/token.js';
import type { ArticleProfile } from './article-profile.js';
import type { VectoredQuestion } from './compare-words.js';

const FLAGS = { term: 1, name: 2, focus: 4, verb: 8, noun: 16, first: 32 } as const;

/** How many flags a question's token has (see `flagsOf`). */
export const FLAG_COUNT = 6;

/** What the net is told of a token of the question, one bit each. */
export function flagsOf(token: Token, term: QuestionTerm | undefined): number {
  let flags = term === undefined ? 0 : FLAGS.term;
  if (term?.isName === true) flags |= FLAGS.name;
  if (term?.isFocus === true) flags |= FLAGS.focus;
  if (token.pos === 'VERB') flags |= FLAGS.verb;
  if (token.pos === 'NOUN') flags |= FLAGS.noun;
  if (token.start === 0) flags |= FLAGS.first;
  return flags;
}

/**
 * Which tokens of a sentence are the same as a token of the question (by stem and the like): pairs of
 * the sentence's token and the question's, one after the other in one list.
 */
export function matchesOf(asked: VectoredQuestion, profile: ArticleProfile, index: number): number[] {
  const { terms } = asked.question;
  const pairs: number[] = [];
  profile.sentences[index]?.keys.forEach((keys, place) => {
    if (keys.length === 0) return;
    for (const { key, alternatives, token } of terms) {
      if (keys.includes(key) || alternatives.some((other) => keys.includes(other))) pairs.push(place, token);
    }
  });
  return pairs;
}
