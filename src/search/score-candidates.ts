import type { ArticleProfile } from './article-profile.js';
import type { AskModels } from './ask-models.js';
import type { VectoredQuestion } from './compare-words.js';
import type { FeaturedQuestion } from './feature-question.js';
import type { FeaturedCandidate } from './features/candidate-features.js';
import { type EncodedSentence, encodeQuestion, encodeSentence } from './model/ranking-net.js';
import { readSentence, type SentenceReading } from './model/read-sentence.js';
import { scoreWithTrees } from './model/trees.js';
import { flagsOf, matchesOf } from './net-input.js';

/** Candidates that the net reads: the first trees have the right one among them for 0.96 of questions. */
const READ_CLOSELY = 8;

/** Names of what is added to a candidate's features for the second trees, in order. */
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
] as const;

/** A candidate with the last word on it. */
export interface ScoredCandidate extends FeaturedCandidate {
  /** Comparable within one list: the higher, the likelier it answers. */
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

/** Orders the candidates of a question: trees choose eight, a net reads these, and trees that know its judgement decide. */
export function scoreCandidates({ asked, candidates }: FeaturedQuestion, models: AskModels): ScoredList {
  const sorted = candidates
    .map((candidate) => {
      const row = Float32Array.from(candidate.features);
      return { candidate, row, trees: scoreWithTrees(models.firstTrees, row) };
    })
    .sort((a, b) => b.trees - a.trees);
  const close = sorted.slice(0, READ_CLOSELY);
  const question = readQuestion(asked, models);
  const readings = close.map(({ candidate: { profile, index }, row }) =>
    readSentence(
      models.net,
      question,
      encodedOf(profile, index, models),
      matchesOf(asked, profile, index),
      row,
    ),
  );
  const nets = readings.map(({ score }) => score);
  const shares = softmax(nets);
  const topTrees = close[0]?.trees ?? 0;
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
    ];
    const full = Float32Array.from([...row, ...added]);
    return { ...candidate, reading, row: full, score: scoreWithTrees(models.secondTrees, full) };
  });
  return {
    best: best.sort((a, b) => b.score - a.score),
    rest: sorted.slice(READ_CLOSELY).map(({ candidate }) => candidate),
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

const encoded = new WeakMap<ArticleProfile, Map<number, EncodedSentence>>();

/** A sentence encoded for the net, from memory where it was before. */
function encodedOf(profile: ArticleProfile, index: number, { net, vectors }: AskModels): EncodedSentence {
  let known = encoded.get(profile);
  if (known === undefined) {
    known = new Map();
    encoded.set(profile, known);
  }
  let sentence = known.get(index);
  if (sentence === undefined) {
    const tokens = profile.sentences[index]?.tokens ?? [];
    const words = Int32Array.from(tokens, ({ norm }) => vectors.find(norm));
    sentence = encodeSentence(net, words, profile.signsOf(index));
    known.set(index, sentence);
  }
  return sentence;
}
