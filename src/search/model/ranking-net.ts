import type { WordVectors } from '../../language/vectors.js';
import {
  applyConvolution,
  applyLinear,
  type GruWeights,
  layOutConvolution,
  normaliseRows,
  runGru,
} from './layers.js';
import type { WeightsFile } from './weights-file.js';

/** Sizes of the net; see training/ranking_net.py, which has the same. */
export const NET = {
  longestSentence: 60,
  longestQuestion: 26,
  signs: 24,
  flags: 6,
  shared: 24,
  read: 20,
  channels: 4,
  kernels: [1, 0.8, 0.6, 0.4, 0.2, 0],
  width: 0.12,
  match: 12,
  mixed: 24,
  /** Words more frequent than this one (by number) are not compared by their vectors: they say nothing. */
  common: 50,
} as const;

/** The weights of the net that reads a question beside a sentence. */
export interface RankingNet {
  readonly vectors: WordVectors;
  readonly project: Float32Array;
  readonly readers: readonly [GruWeights, GruWeights];
  readonly layers: Readonly<Record<LayerName, Layer>>;
  /** The mean and the spread of each feature, by which they are made comparable. */
  readonly mean: Float32Array;
  readonly spread: Float32Array;
}

interface Layer {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

const LAYERS = [
  'importance',
  'attend',
  'asked',
  'asked_signs',
  'context_question',
  'context_sentence',
  'conv1',
  'conv2',
  'ends',
  'features',
  'mix',
  'score',
] as const;
type LayerName = (typeof LAYERS)[number];

/** The net in a file of weights. */
export function readNet(file: WeightsFile, vectors: WordVectors): RankingNet {
  const layer = (name: LayerName): Layer => ({
    weight: file.floats(`net.${name}.weight`),
    bias: file.floats(`net.${name}.bias`),
  });
  const convolution = (name: LayerName, size: number, count: number, width: number): Layer => {
    const { weight, bias } = layer(name);
    return { weight: layOutConvolution(weight, size, count, width), bias };
  };
  const reader = (ending: string): GruWeights => ({
    input: file.floats(`net.reader.weight_ih_l0${ending}`),
    hidden: file.floats(`net.reader.weight_hh_l0${ending}`),
    inputBias: file.floats(`net.reader.bias_ih_l0${ending}`),
    hiddenBias: file.floats(`net.reader.bias_hh_l0${ending}`),
  });
  return {
    vectors,
    project: file.floats('net.project.weight'),
    readers: [reader(''), reader('_reverse')],
    layers: {
      importance: layer('importance'),
      attend: layer('attend'),
      asked: layer('asked'),
      asked_signs: layer('asked_signs'),
      context_question: layer('context_question'),
      context_sentence: convolution('context_sentence', vectors.dimensions + NET.signs, NET.shared, 3),
      conv1: convolution('conv1', NET.channels + 2, NET.match, 5),
      conv2: convolution('conv2', NET.match, NET.match, 3),
      ends: layer('ends'),
      features: layer('features'),
      mix: layer('mix'),
      score: layer('score'),
    },
    mean: file.floats('net.mean'),
    spread: file.floats('net.spread'),
  };
}

/** A sentence as the net sees it whatever is asked: worked out once. */
export interface EncodedSentence {
  readonly places: number;
  readonly words: Int32Array;
  readonly signs: Int32Array;
  /** The words' vectors in the net's own space, unit length. */
  readonly projected: Float32Array;
  /** Each word in its surroundings, and the same at unit length. */
  readonly context: Float32Array;
  readonly contextUnit: Float32Array;
}

/** Encodes a sentence from its words' numbers (-1 where unknown) and their signs. */
export function encodeSentence(net: RankingNet, words: Int32Array, signs: Int32Array): EncodedSentence {
  const places = Math.min(words.length, NET.longestSentence);
  const size = net.vectors.dimensions;
  const embedded = embed(net.vectors, words, places);
  const wide = new Float32Array(places * (size + NET.signs));
  for (let p = 0; p < places; p += 1) {
    const to = p * (size + NET.signs);
    wide.set(embedded.subarray(p * size, (p + 1) * size), to);
    for (let b = 0; b < NET.signs; b += 1) wide[to + size + b] = ((signs[p] ?? 0) >> b) & 1;
  }
  const { weight, bias } = net.layers.context_sentence;
  const context = applyConvolution(weight, bias, wide, places, size + NET.signs, NET.shared, 3);
  return {
    places,
    words,
    signs,
    projected: projectWords(net, embedded, places),
    context,
    contextUnit: normaliseRows(context.slice(), NET.shared),
  };
}

/** A question as the net reads it. */
export interface EncodedQuestion {
  readonly places: number;
  readonly words: Int32Array;
  /** How much each word matters, 0 to 1. */
  readonly importance: Float32Array;
  readonly projected: Float32Array;
  readonly contextUnit: Float32Array;
  /** What is asked for, to be compared with words in their surroundings and with their signs. */
  readonly asked: Float32Array;
  readonly askedSigns: Float32Array;
}

/** Encodes a question from its words' numbers, their flags and their rarities (0 for words that are no terms). */
export function encodeQuestion(
  net: RankingNet,
  words: Int32Array,
  flags: Int32Array,
  rarity: Float64Array,
): EncodedQuestion {
  const places = Math.min(words.length, NET.longestQuestion);
  const size = net.vectors.dimensions;
  const embedded = embed(net.vectors, words, places);
  const wide = new Float32Array(places * (size + NET.flags));
  for (let p = 0; p < places; p += 1) {
    const to = p * (size + NET.flags);
    wide.set(embedded.subarray(p * size, (p + 1) * size), to);
    for (let b = 0; b < NET.flags; b += 1) wide[to + size + b] = ((flags[p] ?? 0) >> b) & 1;
  }
  const units = 2 * NET.read;
  const read = new Float32Array(places * units);
  const [forward, backward] = net.readers;
  runGru(forward, wide, places, size + NET.flags, NET.read, false, read, units, 0);
  runGru(backward, wide, places, size + NET.flags, NET.read, true, read, units, NET.read);
  const importance = new Float32Array(places);
  const attention = new Float32Array(places);
  const context = new Float32Array(places * NET.shared);
  const weighed = net.layers.importance;
  for (let p = 0; p < places; p += 1) {
    applyLinear(weighed.weight, weighed.bias, read, p * units, units, importance, p, 1);
    let sum = importance[p] ?? 0;
    for (let b = 0; b < NET.flags; b += 1)
      sum += (weighed.weight[units + b] ?? 0) * (((flags[p] ?? 0) >> b) & 1);
    sum += (weighed.weight[units + NET.flags] ?? 0) * (rarity[p] ?? 0);
    importance[p] = 1 / (1 + Math.exp(-sum));
    const { attend, context_question } = net.layers;
    applyLinear(attend.weight, attend.bias, read, p * units, units, attention, p, 1);
    applyLinear(
      context_question.weight,
      context_question.bias,
      read,
      p * units,
      units,
      context,
      p * NET.shared,
      NET.shared,
    );
  }
  const summary = attendTo(read, attention, places, units);
  const asked = new Float32Array(NET.shared);
  const askedSigns = new Float32Array(NET.signs);
  applyLinear(net.layers.asked.weight, net.layers.asked.bias, summary, 0, units, asked, 0, NET.shared);
  const { weight, bias } = net.layers.asked_signs;
  applyLinear(weight, bias, summary, 0, units, askedSigns, 0, NET.signs);
  return {
    places,
    words,
    importance,
    projected: projectWords(net, embedded, places),
    contextUnit: normaliseRows(context, NET.shared),
    asked,
    askedSigns,
  };
}

function attendTo(read: Float32Array, attention: Float32Array, places: number, units: number): Float32Array {
  const summary = new Float32Array(units);
  const highest = Math.max(...attention.subarray(0, places));
  let total = 0;
  for (let p = 0; p < places; p += 1) total += Math.exp((attention[p] ?? 0) - highest);
  for (let p = 0; p < places; p += 1) {
    const share = Math.exp((attention[p] ?? 0) - highest) / total;
    for (let u = 0; u < units; u += 1) summary[u] = (summary[u] ?? 0) + share * (read[p * units + u] ?? 0);
  }
  return summary;
}

function embed({ dimensions, values }: WordVectors, words: Int32Array, places: number): Float32Array {
  const embedded = new Float32Array(places * dimensions);
  for (let p = 0; p < places; p += 1) {
    const word = words[p] ?? -1;
    if (word >= 0) embedded.set(values.subarray(word * dimensions, (word + 1) * dimensions), p * dimensions);
  }
  return embedded;
}

function projectWords(net: RankingNet, embedded: Float32Array, places: number): Float32Array {
  const size = net.vectors.dimensions;
  const projected = new Float32Array(places * NET.shared);
  for (let p = 0; p < places; p += 1) {
    applyLinear(net.project, null, embedded, p * size, size, projected, p * NET.shared, NET.shared);
  }
  return normaliseRows(projected, NET.shared);
}
