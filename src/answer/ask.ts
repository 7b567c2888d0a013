import type { Article } from '../article/article.js';
import { isEnglish } from '../article/language-tag.js';
import { isOverlapping, isWithin, type Span } from '../article/span.js';
import type { PreviousAnswer } from '../bot/command.js';
import type { Excerpt, RefusedReply, Reply } from '../bot/reply.js';
import type { Reading } from '../extract/reading.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import type { AskModels } from '../search/ask-models.js';
import type { RankedSentence } from '../search/rank-sentences.js';
import { completeAsked } from './complete-asked.js';
import { createExcerpt } from './excerpt.js';
import { findTellers } from './find-tellers.js';
import { asksWhoTold } from './follow-up.js';
import { type JudgedRanking, NOT_SAID, rankQuestion } from './rank-question.js';
import { widenToWhole } from './widen-to-whole.js';

/** A question put to the articles. */
export interface AskRequest {
  readonly question: string;
  /** The id of the one article to look in; all of them where it is left out. */
  readonly source?: string | undefined;
  /** The exchange that the question replies to. */
  readonly previous?: PreviousAnswer | null | undefined;
}

/** Articles that are read closely when no source is named: those whose passages share most with the question. */
const CLOSE_READ = 6;
/** Passages looked at to choose them. */
const PASSAGES_TO_CHOOSE = 30;
/** Excerpts shown: the best, the sentence beside it where that may answer as well, and others to three in all. */
const MOST_EXCERPTS = 3;
/**
 * The confidence from which a sentence is shown as the answer: on squadshifts-wiki articles not trained on it
 * answers 0.71 of the questions (0.93 of them rightly), and 0.09 of those whose paragraph was taken out of the article.
 */
export const ANSWERS_FROM = 0.65;

/** Heads what is shown beside an answer: it may bear on the question, and does not itself answer it. */
const OTHERS = phrase('answer.also-close');

/**
 * The sentences that answer a question, best first, as excerpts of one sentence each.
 *
 * `answer` where the first one answers by the measured confidence; `related` where the articles
 * touch on it only; `nothing` where they have none of its words; `refused` for an empty question
 * and for a source that is not there.
 */
export async function answerQuestion(corpus: Corpus, request: AskRequest, models: AskModels): Promise<Reply> {
  const refused = checkRequest(corpus, request);
  if (refused !== null) return refused;
  const asked = request.question.trim();
  const ranking = await rankBest(corpus, asked, request, models);
  if (!ranking.isMentioned || ranking.sentences.length === 0) {
    return { kind: 'nothing', asked, note: phrase('answer.nothing') };
  }
  const shown = await toExcerpts(corpus, ranking.sentences.slice(0, MOST_EXCERPTS));
  const [best] = ranking.sentences;
  const [first, ...others] = shown;
  const tellers =
    best !== undefined && asksWhoTold(asked, request.previous ?? null)
      ? findTellers(await corpus.read(best.article), best.sentence)
      : null;
  if (best === undefined || first === undefined || !ranking.isAnswer || tellers?.length === 0) {
    const confidence = ranking.isAnswer ? NOT_SAID : ranking.confidence;
    const measured = first === undefined ? [] : [{ ...first, confidence }];
    return { kind: 'related', asked, sections: [{ heading: null, excerpts: [...measured, ...others] }] };
  }
  const isWidened = first.end !== best.sentence.end;
  const reading = await corpus.read(best.article);
  const words = isWidened ? [] : best.answer.map((span) => widenToValue(reading, span));
  const marked = createExcerpt(first.article, first, { highlights: tellers ?? words });
  const answer = { ...marked, confidence: ranking.confidence };
  const [, second] = ranking.sentences;
  const isBeside = ranking.isSecondBeside && others[0]?.start === second?.sentence.start;
  const beside = isBeside ? others.slice(0, 1) : [];
  const sections = [
    { heading: null, excerpts: [answer, ...beside] },
    { heading: OTHERS, excerpts: others.slice(beside.length) },
  ];
  return { kind: 'answer', asked, sections: sections.filter(({ excerpts }) => excerpts.length > 0) };
}

/** Why a request cannot be answered: its question is empty, or its source is not there; null where it can. */
export function checkRequest(corpus: Corpus, { question, source = '' }: AskRequest): RefusedReply | null {
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'refused', reason: phrase('answer.question-empty') };
  const named = source.trim();
  if (named === '' || corpus.findArticle(named) !== undefined) return null;
  return { kind: 'refused', reason: phrase('answer.no-article', { source: named }) };
}

/** The ranking for a question or, where it may mean several things, the one that is surest of its first sentence. */
async function rankBest(
  corpus: Corpus,
  asked: string,
  request: AskRequest,
  models: AskModels,
): Promise<JudgedRanking> {
  const { texts, source: followed } = await completeAsked(corpus, asked, request.previous ?? null);
  const rankings: JudgedRanking[] = [];
  for (const text of texts) {
    const articles = chooseArticles(corpus, text, request.source?.trim() ?? followed ?? undefined);
    rankings.push(await rankQuestion(await corpus.readAll(articles), text, models, ANSWERS_FROM));
  }
  return rankings.reduce((best, ranking) => (ranking.sureness > best.sureness ? ranking : best));
}

function chooseArticles(corpus: Corpus, asked: string, source: string | undefined): readonly Article[] {
  const named = source === undefined || source === '' ? undefined : corpus.findArticle(source);
  if (named !== undefined) return [named];
  if (corpus.articles.length <= CLOSE_READ) return corpus.articles;
  const found = corpus.index.findPassages(asked, { limit: PASSAGES_TO_CHOOSE });
  return [...new Set(found.map(({ article }) => article))].slice(0, CLOSE_READ);
}

/** Sentences to show, each with what it is nothing without; one that another shows already is left out. Nothing in them is said to answer. */
async function toExcerpts(corpus: Corpus, ranked: readonly RankedSentence[]): Promise<Excerpt[]> {
  const excerpts: Excerpt[] = [];
  for (const { article, sentence } of ranked) {
    const span = isEnglish(article.meta.language)
      ? widenToWhole(await corpus.read(article), sentence)
      : sentence;
    if (excerpts.some((other) => other.article === article && isOverlapping(other, span))) continue;
    excerpts.push(createExcerpt(article, span));
  }
  return excerpts;
}

/** Answering words that cut into a date or an amount are the whole of it: "October 7, 2023", not "October 7". */
function widenToValue({ facts, article }: Reading, words: Span): Span {
  const sentence = article.sentences.find((one) => isWithin(words, one));
  const values = facts.map(({ value }) => value).filter((value) => isOverlapping(value, words));
  const start = Math.min(words.start, ...values.map((value) => value.start));
  const end = Math.max(words.end, ...values.map((value) => value.end));
  const widened = { start, end };
  return sentence !== undefined && isWithin(widened, sentence) ? widened : words;
}
