import type { WordVectors } from '../../language/vectors.js';
import type { ArticleProfile } from '../article-profile.js';
import { compareWords, type Meeting, type VectoredQuestion, wordsOfSentence } from '../compare-words.js';
import type { Candidate, TermPresence } from '../first-stage.js';
import { CONTEXT_FEATURES, contextFeatures } from './context-features.js';
import { LIST_FEATURES, type ListedFeatures, listFeatures } from './list-features.js';
import { MATCH_FEATURES, matchFeatures } from './match-features.js';
import { MEANING_FEATURES, meaningFeatures } from './meaning-features.js';
import { ORDER_FEATURES, orderFeatures } from './order-features.js';
import { TYPE_FEATURES, typeFeatures } from './type-features.js';

const OWN_FEATURES: readonly string[] = [
  ...MATCH_FEATURES,
  ...ORDER_FEATURES,
  ...TYPE_FEATURES,
  ...MEANING_FEATURES,
  ...CONTEXT_FEATURES,
  'terms',
  'is-negated',
];

/** Names of a candidate's features, in the order of their values; trained weights hold for exactly this list. */
export const FEATURES: readonly string[] = [...OWN_FEATURES, ...LIST_FEATURES];

/** A candidate with what was found out about it. */
export interface FeaturedCandidate extends Candidate {
  readonly meeting: Meeting;
  /** In the order of `FEATURES`. */
  readonly features: readonly number[];
}

/** An article that is asked, with where the question's terms stand in it. */
export interface AskedArticle {
  readonly profile: ArticleProfile;
  readonly presence: readonly TermPresence[];
}

/** The features of candidates, best of the first stage first; `presenceOf` tells where the terms stand in a candidate's article. */
export function featureCandidates(
  asked: VectoredQuestion,
  candidates: readonly Candidate[],
  presenceOf: (profile: ArticleProfile) => readonly TermPresence[],
  vectors: WordVectors,
): FeaturedCandidate[] {
  const listed = candidates.map((candidate): ListedFeatures & { meeting: Meeting } => {
    const { profile, index } = candidate;
    const presence = presenceOf(profile);
    const meeting = compareWords(asked, profile, index, vectors, presence);
    const context = profile.contexts[index];
    return {
      meeting,
      values: ownFeatures(asked, { profile, presence }, index, meeting, vectors),
      score: candidate.score,
      context: `${profile.article.id}\n${context?.first ?? index}`,
    };
  });
  const compared = listFeatures(listed, OWN_FEATURES);
  return candidates.map((candidate, i) => ({
    ...candidate,
    meeting: listed[i]?.meeting ?? compareWords(asked, candidate.profile, candidate.index, vectors, []),
    features: [...(listed[i]?.values ?? []), ...(compared[i] ?? [])],
  }));
}

function ownFeatures(
  asked: VectoredQuestion,
  { profile, presence }: AskedArticle,
  index: number,
  meeting: Meeting,
  vectors: WordVectors,
): number[] {
  const sentence = profile.sentences[index];
  if (sentence === undefined) return OWN_FEATURES.map(() => 0);
  const weights = Float64Array.from(presence, ({ weight }) => weight);
  const words = wordsOfSentence(profile, index, vectors);
  return [
    ...matchFeatures(asked, weights, meeting),
    ...orderFeatures(asked, weights, meeting, sentence),
    ...typeFeatures(asked, meeting, profile, index, words, vectors),
    ...meaningFeatures(asked, meeting, profile, index, vectors),
    ...contextFeatures(profile, index, presence, meeting, asked.rarity),
    asked.question.terms.length,
    asked.question.isNegated ? 1 : 0,
  ];
}
