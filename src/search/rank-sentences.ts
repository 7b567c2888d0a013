import type { Article, Sentence } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Reading } from '../extract/reading.js';
import type { Question } from '../language/question.js';
import type { ArticleProfile } from './article-profile.js';
import type { AskModels } from './ask-models.js';
import { judgeConfidence } from './confidence.js';
import { countsWhatIsAsked } from './counts-what-is-asked.js';
import { type FeaturedQuestion, featureQuestion } from './feature-question.js';
import { findAnswerWords } from './find-answer-words.js';
import { namesTeller } from './names-teller.js';
import { isNearMiss } from './near-miss.js';
import { putNeighbourSecond } from './put-neighbour-second.js';
import { scoreCandidates } from './score-candidates.js';

/** A sentence in the order of how likely it answers. */
export interface RankedSentence {
  readonly article: Article;
  readonly sentence: Sentence;
  /** The words that answer, spans into the article's text; empty where none stands out. */
  readonly answer: readonly Span[];
}

/** What ranking found: sentences best first, and how likely the first one answers. */
export interface Ranking {
  readonly sentences: readonly RankedSentence[];
  /** Calibrated probability, 0 to 1, that the first sentence answers; 0 where there is none. */
  readonly confidence: number;
  /** Whether the articles speak of what the question is about: they have a distinctive word of it, or one much like it. */
  readonly isMentioned: boolean;
  /** Whether the second sentence stands next to the first and may answer as well: what is told over two sentences is read together. */
  readonly isSecondBeside: boolean;
}

/**
 * The most that a sentence is trusted which has nothing of what is asked: the questions that confidence was learned from are
 * nearly all about something that the text tells, so it does not know near misses (see `isNearMiss`).
 */
const NEAR_MISS = 0.2;

/**
 * The least that a sentence is trusted which counts the very thing that is asked for, or names the outlet that told it: on
 * articles not trained on all 35 were right that had a number before it and all the question's words anywhere, and with the
 * paragraph removed 1 of 684 questions found one. None of their questions asks for an outlet.
 */
const SURE = 0.8;

/** Sentences whose answering words are looked for: as many as a reader is shown. */
const WITH_WORDS = 3;

/** The sentences of the given articles that may answer a question, best first; none where they share no word with it. */
export function rankSentences(readings: readonly Reading[], question: Question, models: AskModels): Ranking {
  const featured = featureQuestion(readings, question, models);
  const { best: scored, rest } = scoreCandidates(featured, models);
  const { best, isSecondBeside } = putNeighbourSecond(scored);
  const ranked = [
    ...best.map((candidate, place) =>
      rank(
        candidate.profile,
        candidate.index,
        place < WITH_WORDS ? findAnswerWords(featured.asked.question, candidate) : [],
      ),
    ),
    ...rest.map(({ profile, index }) => rank(profile, index, [])),
  ];
  const judged = judgeConfidence(featured, scored, models);
  const [first] = best;
  const isMissed = first !== undefined && isNearMiss(featured, first);
  const isSure =
    first !== undefined &&
    (countsWhatIsAsked(question, first, models.related) || namesTeller(question, first));
  const least = isSure ? SURE : 0;
  const confidence = isMissed ? Math.min(judged, NEAR_MISS) : Math.max(judged, least);
  return {
    sentences: ranked.flat(),
    confidence,
    isMentioned: isMentioned(featured, confidence),
    isSecondBeside,
  };
}

/** From this rarity in English on a word tells what a question is about: the 400 commonest words do not. */
const DISTINCTIVE = 0.57;
/** Words with vectors this alike stand for one another ("hostages" and "captives" have 0.8). */
const ALIKE = 0.7;

/**
 * Below this confidence a word that merely stands for one of the question's does not show that the articles speak of
 * it: on the shipped article "What is the capital of France?" has 0.09 ("capital", "doctrine"), "How many captives are left?" 0.30.
 */
const LEAST_ALIKE = 0.15;

/** Told by the question's names and rare words; where it has neither, by all its words. */
function isMentioned({ asked, isTermPresent, candidates }: FeaturedQuestion, confidence: number): boolean {
  const { terms } = asked.question;
  const telling = terms.flatMap(({ isName }, i) =>
    isName || (asked.rarity[i] ?? 1) >= DISTINCTIVE ? [i] : [],
  );
  const about = telling.length > 0 ? telling : terms.map((_, i) => i);
  if (about.length === 0 || about.some((i) => isTermPresent[i] === true)) return true;
  const isAlike = (i: number): boolean =>
    candidates.some(({ meeting }) => (meeting.soft[i] ?? 0) >= ALIKE || (meeting.related[i] ?? 0) === 1);
  return confidence >= LEAST_ALIKE && about.some(isAlike);
}

function rank({ article }: ArticleProfile, index: number, answer: readonly Span[]): RankedSentence[] {
  const sentence = article.sentences[index];
  return sentence === undefined ? [] : [{ article, sentence, answer }];
}
