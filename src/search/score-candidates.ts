import type { ArticleProfile } from './article-profile.js';
import type { AskModels } from './ask-models.js';
import type { VectoredQuestion } from './compare-words.js';
import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import {
  type EncodedSentence,
  encodeQuestion,
  encodeSentence,
  type RankingNet,
} from './model/ranking-net.js';
import { readSentence, type SentenceReading } from './model/read-sentence.js';
import { scoreWithTrees } from './model/trees.js';
import { flagsOf, matchesOf, termTokensOf } from './net-input.js';

/** Candidates that the net reads at most: the first trees have the right one among them for 0.96 of questions. */
const READ_CLOSELY = 8;
/** What the first trees put further than this behind the best (a ninetieth as likely) is not read: it costs a third of the time and 0.003 of that share. */
const FURTHEST_BEHIND = 4.5;

/** Names of what is added to a candidate's features once it is read closely, in order. */
export const ADDED_FEATURES = [
  'trees',
  'trees-relative',
  'trees-rank',
  'net',
  'net-relative',
  'net-rank',
  'net-share',
  'net-start',
  'net-end',
  'start-share',
  'end-share',
] as const;

/** A candidate with the last word on it. */
export interface ScoredCandidate extends FeaturedCandidate {
  /** Comparable within one list: the higher, the likelier it answers; what the net and the trees say, blended. */
  readonly score: number;
  /** Its features and `ADDED_FEATURES`. */
  readonly row: Float32Array;
  readonly reading: SentenceReading;
}

/** The best candidates of a question in order, and the rest behind them in theirs. */
export interface ScoredList {
  readonly best: readonly ScoredCandidate[];
  readonly rest: readonly FeaturedCandidate[];
}

/** Orders the candidates of a question: trees choose up to eight, a net reads these, and both together decide. */
export function scoreCandidates({ asked, candidates }: FeaturedQuestion, models: AskModels): ScoredList {
  const sorted = candidates
    .map((candidate) => {
      const row = new Float32Array(candidate.features);
      return { candidate, row, trees: scoreWithTrees(models.firstTrees, row) };
    })
    .sort((a, b) => b.trees - a.trees);
  const { blend } = models;
  const topTrees = sorted[0]?.trees ?? 0;
  const close = sorted.slice(0, READ_CLOSELY).filter(({ trees }) => topTrees - trees < FURTHEST_BEHIND);
  const question = readQuestion(asked, models);
  const termTokens = termTokensOf(asked);
  const readings = close.map(({ candidate: { profile, index }, row }) =>
    readSentence(
      models.net,
      question,
      encodedOf(profile, index, models),
      matchesOf(termTokens, profile, index),
      row,
    ),
  );
  const nets = readings.map(({ score }) => score);
  const shares = softmax(nets);
  const topNet = Math.max(...nets);
  const best = close.map(({ candidate, row, trees }, rank): ScoredCandidate => {
    const reading = readings[rank] ?? { score: 0, starts: new Float32Array(), ends: new Float32Array() };
    const added = [
      trees,
      trees - topTrees,
      rank,
      reading.score,
      reading.score - topNet,
      nets.filter((net) => net > reading.score).length,
      shares[rank] ?? 0,
      highest(reading.starts),
      highest(reading.ends),
      largestShare(reading.starts),
      largestShare(reading.ends),
    ];
    const full = new Float32Array(row.length + added.length);
    full.set(row);
    full.set(added, row.length);
    return { ...candidate, reading, row: full, score: blend.net * reading.score + blend.trees * trees };
  });
  return {
    best: best.sort((a, b) => b.score - a.score),
    rest: sorted.slice(close.length).map(({ candidate }) => candidate),
  };
}

/** Shares of one by the exponents of scores; empty for none. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function highest(values: Float32Array): number {
  let top = -30;
  for (const value of values) if (value > top) top = value;
  return top;
}

/** How much of the whole the likeliest place has: near 1 where the answer's end stands out. */
function largestShare(values: Float32Array): number {
  const top = highest(values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return sum === 0 ? 0 : 1 / sum;
}

function readQuestion(asked: VectoredQuestion, { net, vectors }: AskModels) {
  const { tokens, terms } = asked.question;
  const words = Int32Array.from(tokens, ({ norm }) => vectors.find(norm));
  const flags = new Int32Array(tokens.length);
  const rarity = new Float64Array(tokens.length);
  tokens.forEach((token, i) => {
    flags[i] = flagsOf(
      token,
      terms.find((term) => term.token === i),
    );
    const term = terms.findLastIndex((other) => other.token === i);
    rarity[i] = term === -1 ? 0 : (asked.rarity[term] ?? 0);
  });
  return encodeQuestion(net, words, flags, rarity);
}

interface Encoded {
  readonly net: RankingNet;
  readonly sentences: (EncodedSentence | undefined)[];
}

const encoded = new WeakMap<ArticleProfile, Encoded>();

/** A sentence encoded for the net, from memory where it was before. */
function encodedOf(profile: ArticleProfile, index: number, { net, vectors }: AskModels): EncodedSentence {
  let known = encoded.get(profile);
  if (known?.net !== net) {
    known = { net, sentences: [] };
    encoded.set(profile, known);
  }
  let sentence = known.sentences[index];
  if (sentence === undefined) {
    const tokens = profile.sentences[index]?.tokens ?? [];
    const words = Int32Array.from(tokens, ({ norm }) => vectors.find(norm));
    sentence = encodeSentence(net, words, profile.signsOf(index));
    known.sentences[index] = sentence;
  }
  return sentence;
}
