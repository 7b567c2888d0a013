import { isEnglish, primaryLanguage } from '../article/language-tag.js';
import type { Reading } from '../extract/reading.js';
import { analyseQuestion, type Question } from '../language/question.js';
import { prepareProfile } from '../search/article-profile.js';
import type { AskModels } from '../search/ask-models.js';
import { rankByWords } from '../search/other-languages/rank-by-words.js';
import { prepareWordProfile } from '../search/other-languages/word-profile.js';
import { type Ranking, rankSentences } from '../search/rank-sentences.js';
import { isToldByAsked } from './is-told-by-asked.js';

/**
 * The confidence from which a sentence of an article in another language than English is shown as the answer: the sentence has
 * four fifths of what the question says, its rare words counting more (see `rankByWords`). `npm run eval -- languages` counts what it lets through.
 */
const ANSWERS_FROM_WORDS = 0.72;

/** A ranking, and whether its first sentence is to be shown as the answer. */
export interface JudgedRanking extends Ranking {
  readonly isAnswer: boolean;
  /** The confidence by how far it reaches towards an answer: 1 where it is just enough. */
  readonly sureness: number;
}

/**
 * The sentences of articles that may answer a question, best first. English articles are ranked by what was learned, the articles of each
 * other language by their words, the question analysed in their language. The language whose first sentence is surest by its own measure
 * leads, and the others follow in that order: no score of one is compared with a score of another. Languages whose articles do
 * not mention what is asked are left out where another does. `answersFrom` is the confidence that the learned ranking needs.
 */
export async function rankQuestion(
  readings: readonly Reading[],
  question: string,
  models: AskModels,
  answersFrom: number,
): Promise<JudgedRanking> {
  const byLanguage = new Map<string, Reading[]>();
  for (const reading of readings) {
    const { language } = reading.article.meta;
    await (isEnglish(language) ? prepareProfile(reading) : prepareWordProfile(reading));
    const group = isEnglish(language) ? 'en' : primaryLanguage(language);
    const known = byLanguage.get(group);
    if (known === undefined) byLanguage.set(group, [reading]);
    else known.push(reading);
  }
  const rankings = [...byLanguage].map(([language, group]) =>
    isEnglish(language)
      ? judge(rankEnglish(group, analyseQuestion(question), models), answersFrom)
      : judge(rankByWords(group, question, language), ANSWERS_FROM_WORDS),
  );
  const ordered = rankings.toSorted(
    (a, b) => Number(b.isMentioned) - Number(a.isMentioned) || b.sureness - a.sureness,
  );
  const [first] = ordered;
  if (first === undefined) return NOTHING_RANKED;
  const mentioned = first.isMentioned ? ordered.filter(({ isMentioned }) => isMentioned) : ordered;
  return { ...first, sentences: mentioned.flatMap(({ sentences }) => sentences) };
}

/** The most that a sentence is trusted in which the one who is asked about says nothing, or which nobody tells. */
export const NOT_SAID = 0.2;

function rankEnglish(readings: readonly Reading[], question: Question, models: AskModels): Ranking {
  const ranking = rankSentences(readings, question, models);
  const [first] = ranking.sentences;
  const reading = readings.find(({ article }) => article === first?.article);
  if (first === undefined || reading === undefined || isToldByAsked(question, reading, first.sentence))
    return ranking;
  return { ...ranking, confidence: Math.min(ranking.confidence, NOT_SAID) };
}

const NOTHING_RANKED: JudgedRanking = {
  sentences: [],
  confidence: 0,
  isMentioned: false,
  isSecondBeside: false,
  isAnswer: false,
  sureness: 0,
};

function judge(ranking: Ranking, enough: number): JudgedRanking {
  const { confidence } = ranking;
  return { ...ranking, isAnswer: confidence >= enough, sureness: confidence / enough };
}
