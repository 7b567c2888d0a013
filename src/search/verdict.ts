import type { ReadSentence } from './read-sentence.js';

/** Probabilities by the reader alone, over all sentences that were read for a question; together with `none` they are 1. */
export interface Odds {
  /** That no sentence answers and none leaves it open. */
  readonly none: number;
  /** That one of them answers, and that one of them leaves it open. */
  readonly answered: number;
  readonly open: number;
  /** That the likeliest of those that answer does, and the likeliest of those that leave it open. */
  readonly best: number;
  readonly bestOpen: number;
  /** Where the finder has the window of the likeliest one, from 0. */
  readonly place: number;
}

/** A sentence with the probability, 0 to 1, that it is what was asked for. */
export interface JudgedSentence extends Pick<ReadSentence, 'article' | 'sentence' | 'spans'> {
  readonly probability: number;
  /** Its part in the odds over all that was read, which tells those that answer together. */
  readonly share: number;
}

/**
 * What was found: an answer; a passage that may answer; sentences that say that it is left open; passages that touch on it, if it is likely
 * that none answers (`unanswered`) or not so sure (`shared`); `nothing` if not even words are shared.
 */
export interface Verdict {
  readonly kind: 'answer' | 'may-answer' | 'open' | 'unanswered' | 'shared' | 'nothing';
  /** Best first. */
  readonly sentences: readonly JudgedSentence[];
  /** Calibrated: that the first sentence is what was asked for. 0 if there is none. */
  readonly probability: number;
}

/**
 * The log odds that the best sentence is right are these times its own by the reader, less by how far behind the best its window was found, and this more.
 * Fitted with each set counting the same by `npm run eval -- calibration written=5 own=6 wiki-removed=8 wiki=12 news-quiz=12`; the odds that any answers
 * add nothing.
 */
const CALIBRATION = { slope: 0.6, behind: -0.46, bias: 0.4 };

/**
 * From these calibrated probabilities on a sentence is called the answer, or is said to be one perhaps. From the first on 0.79 of what was called an
 * answer was right on the written articles, 0.67 on the news quiz, 0.93 on the quiz of our own and 0.94 on Wikipedia, and 0.89 of near misses
 * were refused, by the same command; at 0.55 it is 0.67, 0.69, 0.90, 0.91 and 0.85, and a tenth more of the written ones are answered.
 */
const ANSWERS_FROM = 0.6;
const MAY_ANSWER_FROM = 0.3;
/** Below this it is said that the articles do not answer, which is then so nine times in ten. */
const UNANSWERED_BELOW = 0.1;
/** The least share of the odds that a sentence has which says that it is left open; it also has more than any that answers. */
const OPEN_FROM = 0.4;

/** The odds over all the sentences read for a question; `best` is 0 if there are none. */
export function gather(sentences: readonly ReadSentence[]): Odds {
  const top = Math.max(0, ...sentences.map(({ answers, leavesOpen }) => Math.max(answers, leavesOpen)));
  const whole = { none: Math.exp(-top), answered: 0, open: 0, best: 0, bestOpen: 0 };
  let place = 0;
  for (const { answers, leavesOpen, place: ownPlace } of sentences) {
    const [own, open] = [Math.exp(answers - top), Math.exp(leavesOpen - top)];
    whole.answered += own;
    whole.open += open;
    if (own > whole.best) place = ownPlace;
    whole.best = Math.max(whole.best, own);
    whole.bestOpen = Math.max(whole.bestOpen, open);
  }
  const all = whole.none + whole.answered + whole.open;
  return {
    none: whole.none / all,
    answered: whole.answered / all,
    open: whole.open / all,
    best: whole.best / all,
    bestOpen: whole.bestOpen / all,
    place,
  };
}

/**
 * The verdict on what the reader makes of sentences. `isMentioned` says whether the articles have what the question is about in
 * so many words; if they have not, what is unlikely to answer is not shown.
 */
export function judge(sentences: readonly ReadSentence[], isMentioned: boolean): Verdict {
  const odds = gather(sentences);
  const share = sharesBy(sentences, odds);
  if (odds.bestOpen >= OPEN_FROM && odds.open > odds.answered) {
    const open = rank(sentences, ({ leavesOpen }) => share(leavesOpen));
    return { kind: 'open', sentences: open, probability: open[0]?.probability ?? 0 };
  }
  const probability = calibrate(odds);
  const ranked = rank(sentences, ({ answers }) => share(answers));
  const [first, ...others] = ranked;
  const found = first === undefined ? [] : [{ ...first, probability }, ...others];
  return { kind: kindOf(probability, isMentioned && found.length > 0), sentences: found, probability };
}

function kindOf(probability: number, isMentioned: boolean): Verdict['kind'] {
  if (probability >= ANSWERS_FROM) return 'answer';
  if (probability >= MAY_ANSWER_FROM) return 'may-answer';
  if (!isMentioned) return 'nothing';
  return probability < UNANSWERED_BELOW ? 'unanswered' : 'shared';
}

/** The calibrated probability that the sentence with the best odds answers. */
export function calibrate(
  { best, place }: Pick<Odds, 'best' | 'place'>,
  { slope, behind, bias } = CALIBRATION,
): number {
  return best === 0 ? 0 : 1 / (1 + Math.exp(-(slope * logOdds(best) + behind * Math.log1p(place) + bias)));
}

/** Of a probability that is kept off 0 and 1, where they would be infinite. */
export function logOdds(probability: number): number {
  const inside = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Math.log(inside / (1 - inside));
}

function sharesBy(sentences: readonly ReadSentence[], odds: Odds): (logOdds: number) => number {
  const best = Math.max(...sentences.map(({ answers }) => answers));
  return (one) => Math.min(1, odds.best * Math.exp(one - best));
}

function rank(
  sentences: readonly ReadSentence[],
  shareOf: (sentence: ReadSentence) => number,
): JudgedSentence[] {
  return sentences
    .map((one) => {
      const share = shareOf(one);
      return { article: one.article, sentence: one.sentence, spans: one.spans, probability: share, share };
    })
    .sort((a, b) => b.probability - a.probability);
}
