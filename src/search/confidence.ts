import type { AskModels } from './ask-models.js';
import type { FeaturedQuestion } from './feature-question.js';
import { sigmoid } from './model/layers.js';
import { scoreWithTrees } from './model/trees.js';
import { type ScoredCandidate, softmax } from './score-candidates.js';

/** Names of what confidence is judged by, before the features of the sentence ranked first; in order. */
const CONFIDENCE_FEATURES = [
  'share',
  'share-second',
  'entropy',
  'share-of-context',
  'lead',
  'lead-on-third',
  'lead-on-other-context',
  'candidates-read',
  'absent',
  'absent-share',
  'absent-rarest',
  'absent-names',
  'absent-besides-names',
  'net-agrees',
] as const;

/** What a missing rival counts as a lead: more than any real one. */
const NO_RIVAL = 10;

/** The row by which the confidence in a ranking is judged: the list as a whole, what the articles never mention, and the first sentence's features. */
export function confidenceRow(featured: FeaturedQuestion, list: readonly ScoredCandidate[]): Float32Array {
  const [first, second, third] = list;
  if (first === undefined) return new Float32Array(CONFIDENCE_FEATURES.length);
  const shares = softmax(list.map(({ score }) => score));
  const contextOf = ({ profile, index }: ScoredCandidate): string =>
    `${profile.article.id}\n${profile.contexts[index]?.first ?? index}`;
  const context = contextOf(first);
  let ofContext = 0;
  let entropy = 0;
  list.forEach((candidate, i) => {
    const share = shares[i] ?? 0;
    if (contextOf(candidate) === context) ofContext += share;
    if (share > 0) entropy -= share * Math.log(share);
  });
  const rival = list.find((candidate) => contextOf(candidate) !== context);
  const lead = (other: ScoredCandidate | undefined): number =>
    other === undefined ? NO_RIVAL : first.score - other.score;
  const topNet = Math.max(...list.map(({ reading }) => reading.score));
  return Float32Array.from([
    shares[0] ?? 0,
    shares[1] ?? 0,
    entropy,
    ofContext,
    lead(second),
    lead(third),
    lead(rival),
    list.length,
    ...absentFeatures(featured),
    first.reading.score === topNet ? 1 : 0,
    ...first.row,
  ]);
}

/**
 * How many words of the question no article has, their share of its rarity, the rarest of them, how many are names; and of the
 * words besides names the share that no candidate has: where it is 1, only the subject is there ("How tall is Ada Quill?").
 */
export function absentFeatures({ asked, candidates, isTermPresent }: FeaturedQuestion): number[] {
  let absent = 0;
  let absentRarity = 0;
  let rarity = 0;
  let rarest = 0;
  let names = 0;
  let besides = 0;
  let besidesAbsent = 0;
  asked.question.terms.forEach((term, i) => {
    const rare = asked.rarity[i] ?? 1;
    rarity += rare;
    if (!term.isName) {
      besides += rare;
      if (!candidates.some(({ meeting }) => meeting.exact[i] === 1)) besidesAbsent += rare;
    }
    if (isTermPresent[i] !== false) return;
    absent += 1;
    absentRarity += rare;
    rarest = Math.max(rarest, rare);
    if (term.isName) names += 1;
  });
  return [absent, absentRarity / (rarity || 1), rarest, names, besidesAbsent / (besides || 1)];
}

/** The calibrated probability, 0 to 1, that the first sentence of a ranked list answers; 0 for an empty list. */
export function judgeConfidence(
  question: FeaturedQuestion,
  list: readonly ScoredCandidate[],
  { confidenceTrees }: AskModels,
): number {
  if (list.length === 0) return 0;
  return sigmoid(scoreWithTrees(confidenceTrees, confidenceRow(question, list)));
}
