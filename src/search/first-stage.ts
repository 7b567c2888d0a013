import type { Question, QuestionTerm } from '../language/question.js';
import type { RelatedWord, RelatedWords } from '../language/related-words.js';
import { type ArticleProfile, stumpOf } from './article-profile.js';

/** What a question's term counts for a sentence, by where it stands; chosen by a trial on squadshifts-wiki. */
const NEARNESS = { here: 1, stump: 0.6, related: 0.2, linked: 0.2, previous: 0.5, context: 0.25, next: 0.2 };

/** How a term of the question stands in an article. */
export interface TermPresence {
  readonly term: QuestionTerm;
  /** Sentences that have it or an alternative, in order. */
  readonly sentences: readonly number[];
  /** Its rarity among the article's sentences, above 0: the more, the rarer. */
  readonly weight: number;
  /** Words that stand in the article and may stand for it, nearest first. */
  readonly related: readonly RelatedWord[];
}

/** A sentence that may answer, and its score: the share of the question's weight that it and its surroundings hold, 0 to 1. */
export interface Candidate {
  readonly profile: ArticleProfile;
  readonly index: number;
  readonly score: number;
}

/** Where each term of the question stands in an article, with its rarity there (the inverse sentence frequency of BM25). */
export function findPresence(
  profile: ArticleProfile,
  question: Question,
  words: RelatedWords,
): TermPresence[] {
  const total = profile.sentences.length;
  return question.terms.map((term) => {
    const sentences = postingsOf(profile, term);
    const related = words.find(term.key).filter(({ key }) => profile.postings.has(key));
    return { term, sentences, weight: Math.log(1 + (total + 1) / (sentences.length + 0.5)), related };
  });
}

function postingsOf(profile: ArticleProfile, term: QuestionTerm): readonly number[] {
  const lists = [term.key, ...term.alternatives].map((key) => profile.postings.get(key) ?? []);
  if (lists.length === 1) return lists[0] ?? [];
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/**
 * The sentences of an article that share most with a question, best first, at most `limit`; empty
 * where none shares anything. Ties go to the earlier sentence.
 */
export function findCandidates(
  profile: ArticleProfile,
  presence: readonly TermPresence[],
  limit: number,
): Candidate[] {
  const count = profile.sentences.length;
  const scores = new Float64Array(count);
  const levels = new Float64Array(count);
  let whole = 0;
  for (const { term, sentences, weight, related } of presence) {
    whole += weight;
    levels.fill(0);
    for (const index of sentences) spread(profile, levels, index);
    for (const { key, nearness } of related) {
      for (const index of profile.postings.get(key) ?? []) raise(levels, index, NEARNESS.related * nearness);
    }
    for (const index of profile.links.get(term.key) ?? []) raise(levels, index, NEARNESS.linked);
    const stump = stumpOf(term.key);
    for (const index of stump === null ? [] : (profile.stumps.get(stump) ?? [])) {
      raise(levels, index, NEARNESS.stump);
    }
    for (let i = 0; i < count; i += 1) scores[i] = (scores[i] ?? 0) + weight * (levels[i] ?? 0);
  }
  const candidates: Candidate[] = [];
  for (let index = 0; index < count; index += 1) {
    const score = (scores[index] ?? 0) / (whole || 1);
    if (score > 0 && profile.isHeading[index] === false) candidates.push({ profile, index, score });
  }
  return candidates.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, limit);
}

function spread(profile: ArticleProfile, levels: Float64Array, index: number): void {
  const context = profile.contexts[index] ?? { first: index, end: index };
  for (let i = context.first; i < context.end; i += 1) raise(levels, i, NEARNESS.context);
  if (index + 1 < context.end) raise(levels, index + 1, NEARNESS.previous);
  if (index > context.first) raise(levels, index - 1, NEARNESS.next);
  raise(levels, index, NEARNESS.here);
}

function raise(levels: Float64Array, index: number, level: number): void {
  if ((levels[index] ?? 0) < level) levels[index] = level;
}
