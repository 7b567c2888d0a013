import { createArticle } from '../src/article/create-article.js';
import {
  PARSE_BUCKETS,
  PARSE_FEATURES,
  type ParserState,
  writeParseFeatures,
} from '../src/extract/statements/parse-features.js';
import {
  ACTIONS,
  act,
  bestAction,
  isPossible,
  LEFT,
  parseSentence,
  RIGHT,
  SHIFT,
  scoreActions,
  startState,
} from '../src/extract/statements/parse-sentence.js';
import { type SentenceView, viewSentence } from '../src/extract/statements/sentence-view.js';
import { type Annotation, annotate, tokenize } from '../src/language/annotation.js';
import { readTreebank, type TreeSentence } from './read-treebank.js';

/** Passes over the treebank; more gain nothing on the sentences held out. */
const PASSES = 8;
/** After the first pass, how often the parser goes on from its own guess, so that it learns to go on from errors. */
const OWN_GUESSES = 0.9;
const NOWHERE = { isSpeech: () => false, isTaken: () => false };

interface Example {
  readonly view: SentenceView;
  readonly heads: Int32Array;
}

/** A treebank sentence in our tokens: a token takes the head of the word it overlaps, parts of one word the first part. */
function toExample(sentence: TreeSentence): Example | undefined {
  const tokens = tokenize(sentence.text, 'en');
  if (tokens.length < 2) return undefined;
  const article = createArticle({
    id: '-',
    meta: { title: '-', url: null, author: null, publisher: null, published: null, language: 'en' },
    text: '',
  });
  const annotation: Annotation = { ...annotate(article), tokens };
  const view = viewSentence(annotation, { first: 0, end: tokens.length }, NOWHERE);
  const tokenOf = sentence.words.map(({ start, end }) =>
    tokens.findIndex((token) => token.start < end && start < token.end),
  );
  const heads = new Int32Array(tokens.length).fill(-2);
  sentence.words.forEach(({ head }, i) => {
    const token = tokenOf[i] ?? -1;
    const target = head === -1 ? -1 : (tokenOf[head] ?? -1);
    if (token !== -1 && target !== token && heads[token] === -2) heads[token] = target;
  });
  for (let i = 0; i < heads.length; i += 1) {
    if (heads[i] !== -2) continue;
    const token = tokens[i];
    const word = sentence.words.findIndex(
      ({ start, end }) => token !== undefined && token.start < end && start < token.end,
    );
    const first = word === -1 ? -1 : (tokenOf[word] ?? -1);
    heads[i] = first !== -1 && first !== i ? first : i > 0 ? i - 1 : -1;
  }
  return { view, heads };
}

/** What an action costs in heads that can no longer be found (Goldberg and Nivre 2013, arc-hybrid). */
function costs({ stack, depth, next, heads }: ParserState, gold: Int32Array): number[] {
  const size = heads.length;
  const s0 = depth > 0 ? (stack[depth - 1] ?? -1) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] ?? -1) : -1;
  const cost = [0, 0, 0];
  if (next < size) {
    for (let i = 0; i < depth - 1; i += 1) if (gold[next] === stack[i]) cost[SHIFT] = (cost[SHIFT] ?? 0) + 1;
    if (s0 !== -1 && gold[next] === s0) cost[SHIFT] = cost[SHIFT] ?? 0;
    for (let i = 0; i < depth; i += 1)
      if (gold[stack[i] ?? -1] === next) cost[SHIFT] = (cost[SHIFT] ?? 0) + 1;
  }
  if (s0 !== -1) {
    const head = gold[s0] ?? -1;
    if (s1 !== -1 && head === s1) cost[LEFT] = (cost[LEFT] ?? 0) + 1;
    if (head > next) cost[LEFT] = (cost[LEFT] ?? 0) + 1;
    if (head >= next) cost[RIGHT] = (cost[RIGHT] ?? 0) + 1;
    for (let i = next; i < size; i += 1) {
      if (gold[i] !== s0) continue;
      cost[RIGHT] = (cost[RIGHT] ?? 0) + 1;
      cost[LEFT] = (cost[LEFT] ?? 0) + 1;
    }
  }
  return cost;
}

/**
 * The weights of a parser trained on the treebanks in some folders: a perceptron, averaged over all steps. With
 * `isHeldOut` every tenth sentence is left out, and the share of its words with the right head is printed.
 */
export function trainParser(folders: readonly string[], isHeldOut: boolean): Float32Array {
  const examples = folders.flatMap(readTreebank).flatMap((sentence) => toExample(sentence) ?? []);
  const train = examples.filter((_, i) => !isHeldOut || i % 10 !== 9);
  const held = examples.filter((_, i) => isHeldOut && i % 10 === 9);
  const weights = new Float32Array(PARSE_BUCKETS * ACTIONS);
  const totals = new Float64Array(PARSE_BUCKETS * ACTIONS);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Float64Array(ACTIONS);
  let clock = 1;
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const add = (action: number, amount: number) => {
    for (const feature of features) {
      const at = feature * ACTIONS + action;
      weights[at] = (weights[at] ?? 0) + amount;
      totals[at] = (totals[at] ?? 0) + amount * clock;
    }
  };
  for (let pass = 0; pass < PASSES; pass += 1) {
    const order = train.map((example) => ({ example, key: random() })).sort((a, b) => a.key - b.key);
    for (const { example } of order) {
      const size = example.heads.length;
      const state = startState(size);
      while (state.next < size || state.depth > 1) {
        writeParseFeatures(example.view, state, features);
        scoreActions(weights, features, scores);
        const guess = bestAction(state, scores);
        const cost = costs(state, example.heads);
        const possible = [SHIFT, LEFT, RIGHT].filter((action) => isPossible(state, action));
        const least = Math.min(...possible.map((action) => cost[action] ?? 0));
        const right = possible
          .filter((action) => cost[action] === least)
          .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0];
        if (right === undefined) break;
        clock += 1;
        if ((cost[guess] ?? 0) > least) {
          add(right, 1);
          add(guess, -1);
        }
        act(state, pass > 0 && random() < OWN_GUESSES ? guess : right);
      }
    }
    if (isHeldOut) {
      const averaged = average(weights, totals, clock);
      console.log(`pass ${pass + 1}: heads right ${score(held, averaged).toFixed(3)}`);
    }
  }
  return average(weights, totals, clock);
}

function average(weights: Float32Array, totals: Float64Array, clock: number): Float32Array {
  return weights.map((weight, i) => weight - (totals[i] ?? 0) / clock);
}

function score(examples: readonly Example[], weights: Float32Array): number {
  let right = 0;
  let all = 0;
  for (const { view, heads } of examples) {
    const found = parseSentence(view, weights);
    for (let i = 0; i < heads.length; i += 1) {
      if (view.tokens[i]?.isWord !== true) continue;
      all += 1;
      if (found[i] === heads[i]) right += 1;
    }
  }
  return right / Math.max(1, all);
}
