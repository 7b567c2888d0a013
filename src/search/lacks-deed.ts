import type { Token } from '../language/token.js';
import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';

/** Words of a question that say something, at most: a longer one has enough else to be known by. */
const SHORT = 3;

/** Words with vectors less alike than this do not tell the same event ("won" and "played" have 0.6, "lost" and "won" 0.8). */
const UNLIKE_EVENT = 0.9;

/**
 * Whether a short question for somebody ("Who won the match?") asks who did what no article has a word for: any
 * sentence about the match may name a player.
 *
 * On articles not trained on it holds for 1 of 2,603 answers, a wrong one. Gets wrong: a deed told in other words than the
 * table of related words knows ("Who scored?" by "Lund headed in a corner").
 */
export function lacksDeed(
  { asked: { question }, isTermPresent }: Pick<FeaturedQuestion, 'asked' | 'isTermPresent'>,
  { meeting }: Pick<FeaturedCandidate, 'meeting'>,
): boolean {
  const { kind, terms, tokens } = question;
  const asksWho = tokens.some(({ norm }) => norm === 'who' || norm === 'whom');
  if (kind !== 'person' || !asksWho || terms.length > SHORT) return false;
  return terms.some(
    ({ token, isName }, i) =>
      !isName &&
      isDeed(tokens[token]) &&
      isTermPresent[i] === false &&
      (meeting.related[i] ?? 0) === 0 &&
      (meeting.soft[i] ?? 0) < UNLIKE_EVENT,
  );
}

/** A verb, or a participle that the tagger takes for an adjective ("Who is she married to?"). */
function isDeed(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'VERB' || token.norm.endsWith('ed'));
}
