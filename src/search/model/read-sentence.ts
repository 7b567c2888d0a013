import { applyConvolution, applyLinear, dot } from './layers.js';
import { type EncodedQuestion, type EncodedSentence, NET, type RankingNet } from './ranking-net.js';

/** What the net says of a question beside a sentence. */
export interface SentenceReading {
  /** Comparable within one list of candidates: the higher, the likelier it answers. */
  readonly score: number;
  /** For each of the sentence's tokens how likely the answer begins and ends there (logits). */
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

const POOLED = 1 + 3 * NET.kernels.length;
const READ = POOLED + NET.match + 2 + NET.mixed;
/** How a place inside the sentence is described to the convolutions: four channels of matches, two of what is asked. */
const HERE = NET.channels + 2;
/** Features beyond this many spreads from their mean say no more. */
const FURTHEST = 4;

/** Reads a sentence with a question in mind; `matches` pairs the sentence's tokens with the question's (see `matchesOf`). */
export function readSentence(
  net: RankingNet,
  question: EncodedQuestion,
  sentence: EncodedSentence,
  matches: readonly number[],
  features: Float32Array,
): SentenceReading {
  const { places } = sentence;
  const here = new Float32Array(places * HERE);
  const read = new Float32Array(READ);
  compare(net, question, sentence, matches, here, read);
  look(question, sentence, here);
  const { conv1, conv2, ends, mix, score } = net.layers;
  const first = applyConvolution(conv1.weight, conv1.bias, here, places, HERE, NET.match, 5);
  const second = applyConvolution(conv2.weight, conv2.bias, first, places, NET.match, NET.match, 3);
  const starts = new Float32Array(places);
  const stops = new Float32Array(places);
  const pair = new Float32Array(2);
  const reached = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let p = 0; p < places; p += 1) {
    for (let o = 0; o < NET.match; o += 1) {
      read[POOLED + o] = Math.max(read[POOLED + o] ?? 0, second[p * NET.match + o] ?? 0);
    }
    applyLinear(ends.weight, ends.bias, second, p * NET.match, NET.match, pair, 0, 2);
    starts[p] = pair[0] ?? 0;
    stops[p] = pair[1] ?? 0;
    reached[0] = Math.max(reached[0] ?? 0, pair[0] ?? 0);
    reached[1] = Math.max(reached[1] ?? 0, pair[1] ?? 0);
  }
  read[POOLED + NET.match] = reached[0] ?? 0;
  read[POOLED + NET.match + 1] = reached[1] ?? 0;
  weighFeatures(net, features, read);
  const mixed = new Float32Array(NET.mixed);
  applyLinear(mix.weight, mix.bias, read, 0, READ, mixed, 0, NET.mixed);
  for (let i = 0; i < NET.mixed; i += 1) mixed[i] = Math.max(0, mixed[i] ?? 0);
  const result = new Float32Array(1);
  applyLinear(score.weight, score.bias, mixed, 0, NET.mixed, result, 0, 1);
  return { score: result[0] ?? 0, starts, ends: stops };
}

/** Kernel pooling over each question word's best match in each channel (into `read`), and each place's best match (into `here`). */
function compare(
  net: RankingNet,
  question: EncodedQuestion,
  sentence: EncodedSentence,
  matches: readonly number[],
  here: Float32Array,
  read: Float32Array,
): void {
  const { places } = sentence;
  let total = 1e-6;
  for (let i = 0; i < question.places; i += 1) total += question.importance[i] ?? 0;
  const isMatched = new Uint8Array(question.places);
  for (let m = 0; m + 1 < matches.length; m += 2) {
    const place = matches[m] ?? 0;
    const word = matches[m + 1] ?? 0;
    if (place >= places || word >= question.places) continue;
    isMatched[word] = 1;
    const importance = question.importance[word] ?? 0;
    here[place * HERE] = Math.max(here[place * HERE] ?? 0, importance);
  }
  const { dimensions, values } = net.vectors;
  const best = new Float32Array(NET.channels - 1);
  for (let i = 0; i < question.places; i += 1) {
    const importance = question.importance[i] ?? 0;
    const share = importance / total;
    if (isMatched[i] === 1) read[0] = (read[0] ?? 0) + share;
    const word = question.words[i] ?? -1;
    best.fill(0);
    for (let p = 0; p < places; p += 1) {
      const other = sentence.words[p] ?? -1;
      const at = p * HERE;
      if (word >= NET.common && other >= NET.common) {
        const raw =
          word === other ? 1 : dot(values, word * dimensions, values, other * dimensions, dimensions);
        raise(raw, importance, best, 0, here, at + 1);
        const own = dot(question.projected, i * NET.shared, sentence.projected, p * NET.shared, NET.shared);
        raise(own, importance, best, 1, here, at + 2);
      }
      const near = dot(
        question.contextUnit,
        i * NET.shared,
        sentence.contextUnit,
        p * NET.shared,
        NET.shared,
      );
      raise(near, importance, best, 2, here, at + 3);
    }
    for (let k = 0; k < best.length; k += 1)
      addKernels(read, 1 + k * NET.kernels.length, best[k] ?? 0, share);
  }
}

/** Keeps a cosine where it is the best so far: of the question's word, and (weighed by its importance) of the sentence's place. */
function raise(
  cosine: number,
  importance: number,
  best: Float32Array,
  channel: number,
  here: Float32Array,
  at: number,
): void {
  if (cosine > (best[channel] ?? 0)) best[channel] = cosine;
  const weighed = cosine * importance;
  if (weighed > (here[at] ?? 0)) here[at] = weighed;
}

function addKernels(read: Float32Array, from: number, value: number, share: number): void {
  for (let k = 0; k < NET.kernels.length; k += 1) {
    const away = value - (NET.kernels[k] ?? 0);
    read[from + k] = (read[from + k] ?? 0) + share * Math.exp(-(away * away) / (2 * NET.width * NET.width));
  }
}

/** How like what is asked for each place is, by its surroundings and by its signs. */
function look(question: EncodedQuestion, sentence: EncodedSentence, here: Float32Array): void {
  const scale = Math.sqrt(NET.shared);
  for (let p = 0; p < sentence.places; p += 1) {
    here[p * HERE + 4] = dot(question.asked, 0, sentence.context, p * NET.shared, NET.shared) / scale;
    let sum = 0;
    const signs = sentence.signs[p] ?? 0;
    for (let b = 0; b < NET.signs; b += 1) if (((signs >> b) & 1) === 1) sum += question.askedSigns[b] ?? 0;
    here[p * HERE + 5] = sum;
  }
}

function weighFeatures(
  { mean, spread, layers }: RankingNet,
  features: Float32Array,
  read: Float32Array,
): void {
  const scaled = new Float32Array(features.length);
  for (let f = 0; f < features.length; f += 1) {
    const value = ((features[f] ?? 0) - (mean[f] ?? 0)) / (spread[f] ?? 1);
    scaled[f] = Math.max(-FURTHEST, Math.min(FURTHEST, value));
  }
  const to = READ - NET.mixed;
  const { weight, bias } = layers.features;
  applyLinear(weight, bias, scaled, 0, features.length, read, to, NET.mixed);
  for (let i = to; i < READ; i += 1) read[i] = Math.max(0, read[i] ?? 0);
}
