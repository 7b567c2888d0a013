import type { Question, QuestionTerm } from '../language/question.js';
import type { RelatedWords } from '../language/related-words.js';
import type { SentenceProfile } from './article-profile.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import { SIGN } from './token-signs.js';

/** Tokens between the thing counted and what is said of it. */
const CLOSE = 8;
/** Tokens from the number to the thing counted ("1,200 young Israelis"). */
const BEFORE = 3;

/**
 * Whether a sentence has a number before the very thing that "how many" asks for, with no verb between, and close to it all
 * else of the question, in its words or in words that may stand for them ("1,200 Israelis were slaughtered" for "How many
 * Israelis were killed?").
 *
 * Gets wrong: a count of another time or place ("In 1990, three were killed").
 */
export function countsWhatIsAsked(
  { kind, terms }: Question,
  { profile, index, meeting }: Pick<FeaturedCandidate, 'profile' | 'index' | 'meeting'>,
  words: RelatedWords,
): boolean {
  const place = meeting.relatedPlace[terms.findIndex((term) => term.isFocus)] ?? -1;
  const sentence = profile.sentences[index];
  if (kind !== 'number' || place === -1 || terms.length < 2 || sentence === undefined) return false;
  if (!terms.every((term) => term.isFocus || isSaidNear(term, sentence, place, words))) return false;
  const signs = profile.signsOf(index);
  for (let t = place - 1; t >= Math.max(0, place - BEFORE); t -= 1) {
    if (((signs[t] ?? 0) & (SIGN.number | SIGN.date)) === SIGN.number) return true;
    if (sentence.tokens[t]?.pos === 'VERB') return false;
  }
  return false;
}

function isSaidNear(
  { key, alternatives }: QuestionTerm,
  { keys }: SentenceProfile,
  place: number,
  words: RelatedWords,
): boolean {
  const said = new Set([key, ...alternatives, ...words.find(key).map((word) => word.key)]);
  return keys
    .slice(Math.max(0, place - CLOSE), place + CLOSE + 1)
    .some((own) => own.some((k) => said.has(k)));
}
