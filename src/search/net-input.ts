import type { QuestionTerm } from '../language/question.js';
import type { Token } from '../language/token.js';
import type { ArticleProfile } from './article-profile.js';
import type { VectoredQuestion } from './compare-words.js';

const FLAGS = { term: 1, name: 2, focus: 4, verb: 8, noun: 16, first: 32 } as const;

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

/** For each key of a question's terms the tokens that it stands for. */
export type TermTokens = ReadonlyMap<string, readonly number[]>;

/** The tokens of a question by their terms' keys and alternatives: looked up once a question, for `matchesOf`. */
export function termTokensOf({ question }: VectoredQuestion): TermTokens {
  const tokens = new Map<string, number[]>();
  for (const { key, alternatives, token } of question.terms) {
    for (const form of new Set([key, ...alternatives])) {
      const known = tokens.get(form);
      if (known === undefined) tokens.set(form, [token]);
      else known.push(token);
    }
  }
  return tokens;
}

/**
 * Which tokens of a sentence are the same as a token of the question (by stem and the like): pairs of
 * the sentence's token and the question's, one after the other in one list; a pair may be there twice.
 */
export function matchesOf(tokens: TermTokens, profile: ArticleProfile, index: number): number[] {
  const pairs: number[] = [];
  profile.sentences[index]?.keys.forEach((keys, place) => {
    for (const key of keys) {
      for (const token of tokens.get(key) ?? []) pairs.push(place, token);
    }
  });
  return pairs;
}
