import type { PreviousAnswer } from '../bot/command.js';
import type { RefusedReply, Reply } from '../bot/reply.js';
import type { Encoder } from '../encoder/encoder.js';
import { putInEnglish } from '../language/put-in-english.js';
import { analyseQuestion, type Question } from '../language/question.js';
import type { Corpus } from '../library/corpus.js';
import { phrase } from '../messages/phrase.js';
import { inSlice } from '../scheduling/give-way.js';
import { chooseWindows } from '../search/choose-windows.js';
import { isMentioned } from '../search/is-mentioned.js';
import { readWindows } from '../search/read-windows.js';
import { judge, type Verdict } from '../search/verdict.js';
import { answerElsewhere, type JudgedElsewhere } from './answer-elsewhere.js';
import { completeAsked } from './complete-asked.js';
import { doubtTranslation } from './doubt-translation.js';
import { asksWhoTold } from './follow-up.js';
import { preferDescribed } from './prefer-described.js';
import { preferTold } from './prefer-told.js';
import { readAround } from './read-around.js';
import { showPassages } from './show-passages.js';
import { showVerdict } from './show-verdict.js';
import { tellWhoTold } from './tell-who-told.js';

/** A question put to the articles. */
export interface AskRequest {
  readonly question: string;
  /** The id of the one article to look in; all of them if it is left out. */
  readonly source?: string | undefined;
  /** The exchange that the question replies to. */
  readonly previous?: PreviousAnswer | null | undefined;
}

/** What an article's reading knows better than the reader: the verdict with another sentence first, or as it is. */
export type Reranker = (corpus: Corpus, question: Question, verdict: Verdict) => Promise<Verdict>;

/** What re-ranks the reader's verdict; `npm run eval -- SET --without NAME` measures what each is worth. */
export const RERANKERS: readonly Reranker[] = [preferTold, preferDescribed];

/** A verdict on a question as it was understood. */
interface Judged {
  readonly text: string;
  readonly isTranslated: boolean;
  readonly verdict: Verdict;
}

/**
 * The sentences that answer a question, as the reader judges them, best first.
 *
 * `answer` if one is likely enough to answer, `open` if one says that the articles leave it open, `related` if they only touch on it, `nothing` if they have none of its
 * words; `refused` for an empty question and for a source that is not there. If the reader cannot be had, the passages that share
 * most with the question, as `related`.
 */
export async function answerQuestion(
  corpus: Corpus,
  request: AskRequest,
  read: Encoder['read'],
  rerankers: readonly Reranker[] = RERANKERS,
): Promise<Reply> {
  const refused = checkRequest(corpus, request);
  if (refused !== null) return refused;
  const asked = request.question.trim();
  const previous = request.previous ?? null;
  if (previous !== null && asksWhoTold(asked, previous)) {
    const told = await tellWhoTold(corpus, asked, previous);
    if (told !== null) return told;
  }
  const { texts, source: followed } = await completeAsked(corpus, asked, previous);
  const source = request.source?.trim() || followed || undefined;
  const within = source === undefined ? {} : { articleId: source };
  let best: Judged | null = null;
  for (const own of texts) {
    const text = putInEnglish(own, (word) => corpus.index.knows(word, within));
    const found = await inSlice(() => chooseWindows(corpus, text, source));
    if (found.length === 0) continue;
    const outcome = await readWindows(text, found, read);
    if (!outcome.ok) return showPassages(asked, text, found);
    const judged = judge(outcome.sentences, isMentioned(corpus.index, text, source));
    const isTranslated = text !== own;
    const verdict = isTranslated ? doubtTranslation(judged, corpus.index, text, source) : judged;
    if (best === null || verdict.probability > best.verdict.probability)
      best = { text, isTranslated, verdict };
  }
  const elsewhere = await answerElsewhere(corpus, texts, source);
  if (elsewhere !== null && (best === null || isBetter(elsewhere, best)))
    return showVerdict(corpus, asked, analyseQuestion(elsewhere.text), elsewhere.verdict);
  if (best === null) return showVerdict(corpus, asked, analyseQuestion(asked), NOTHING);
  const question = analyseQuestion(best.text);
  await readAround(corpus, best.verdict.sentences.slice(0, MOST_SHOWN));
  let { verdict } = best;
  for (const rerank of rerankers) verdict = await rerank(corpus, question, verdict);
  return showVerdict(corpus, asked, question, verdict);
}

/** Whether what articles in other languages have goes before what the reader made of English ones: also where it answers a question that had to be put in English for these. */
function isBetter(elsewhere: JudgedElsewhere, { isTranslated, verdict }: Judged): boolean {
  if (isTranslated && elsewhere.verdict.kind === 'answer') return true;
  return elsewhere.probability > verdict.probability;
}

/** Sentences of a verdict that may come to be shown, or looked at for that. */
const MOST_SHOWN = 8;

const NOTHING: Verdict = { kind: 'nothing', sentences: [], probability: 0 };

/** Why a request cannot be answered: its question is empty, or its source is not there; null if it can. */
function checkRequest(corpus: Corpus, { question, source = '' }: AskRequest): RefusedReply | null {
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'refused', reason: phrase('answer.question-empty') };
  const named = source.trim();
  if (named === '' || corpus.findArticle(named) !== undefined) return null;
  return { kind: 'refused', reason: phrase('answer.no-article', { source: named }) };
}
