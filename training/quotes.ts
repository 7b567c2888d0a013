import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPolnear } from '../bench/polnear.js';
import { FEATURE_BUCKETS } from '../src/extract/statements/feature-buffer.js';
import { STATEMENT_WEIGHTS, writeStatementModel } from '../src/extract/statements/statement-model.js';
import { trainParser } from './parser.js';
import { addInstances, type Choice, type Decision, type Instances } from './statement-instances.js';

/*
 * Trains the parser on GUM and the statement model on PolNeAR's training part, and writes the weights:
 *
 *   npm run build && node dist/training/quotes.js [--hold-out] [--out FILE]
 *
 * `--hold-out` leaves every fifth training article out, as `eval-quotes --train --held-out` expects. EVAL_DATA names
 * the data. It takes half a minute, and always gives the same weights.
 */

/** Passes over the data, step size, and the pull of weights towards 0; chosen on every fifth training article. */
const PASSES = 6;
const STEP = 0.03;
const PULL = 1e-3;
/** Gradients below this change nothing. */
const LEAST_GRADIENT = 1e-3;

const weights = new Float32Array(FEATURE_BUCKETS);
const squares = new Float32Array(FEATURE_BUCKETS).fill(1e-6);
const sums = new Float64Array(FEATURE_BUCKETS);

train(process.argv.slice(2));

function train(args: readonly string[]): void {
  const data = process.env.EVAL_DATA ?? path.join('..', 'shared', 'data');
  const isHeldOut = args.includes('--hold-out');
  const out = args[args.indexOf('--out') + 1];
  const people = path.join(data, 'people');
  const parser = trainParser([path.join(people, 'gum-news'), path.join(people, 'gum-train')], isHeldOut);
  const instances: Instances = { decisions: [], choices: [] };
  const heldOut: Instances = { decisions: [], choices: [] };
  readPolnear(data, 'train').forEach((text, i) => {
    addInstances(text, parser, isHeldOut && i % 5 === 4 ? heldOut : instances);
  });
  console.log(`${instances.decisions.length} decisions, ${instances.choices.length} choices`);
  const lessons = [
    ...instances.decisions.map((decision) => () => learnDecision(decision)),
    ...instances.choices.map((choice) => () => learnChoice(choice)),
  ];
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const learn of shuffled(lessons, pass + 1)) learn();
    for (let i = 0; i < FEATURE_BUCKETS; i += 1) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
    console.log(
      `pass ${pass + 1}: choices right ${accuracy(instances.choices)}, held out ${accuracy(heldOut.choices)}`,
    );
  }
  const model = { weights: Float32Array.from(sums, (sum) => sum / PASSES), parser };
  const file = args.includes('--out') && out !== undefined ? out : STATEMENT_WEIGHTS.path;
  writeFileSync(file, writeStatementModel(model, 'node dist/training/quotes.js'));
}

function score(features: Int32Array): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket] ?? 0;
  return sum;
}

/** AdaGrad (Duchi et al. 2011). */
function step(features: Int32Array, gradient: number): void {
  for (const bucket of features) {
    const weight = weights[bucket] ?? 0;
    const pulled = gradient + PULL * weight;
    const square = (squares[bucket] ?? 0) + pulled * pulled;
    squares[bucket] = square;
    weights[bucket] = weight - (STEP * pulled) / Math.sqrt(square);
  }
}

function learnDecision({ features, isRight }: Decision): void {
  step(features, 1 / (1 + Math.exp(-score(features))) - (isRight ? 1 : 0));
}

function learnChoice({ features, right }: Choice): void {
  const scores = features.map(score);
  const most = Math.max(...scores);
  const raised = scores.map((value) => Math.exp(value - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  const rightSum = right.reduce((a, i) => a + (raised[i] ?? 0), 0);
  const isRight = new Set(right);
  features.forEach((candidate, i) => {
    const value = raised[i] ?? 0;
    const gradient = value / sum - (isRight.has(i) ? value / rightSum : 0);
    if (Math.abs(gradient) > LEAST_GRADIENT) step(candidate, gradient);
  });
}

/** The items in an order that depends on the seed alone (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const result = [...items];
  let state = seed;
  for (let i = result.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const a = result[i];
    const b = result[j];
    if (a === undefined || b === undefined) continue;
    result[i] = b;
    result[j] = a;
  }
  return result;
}

function accuracy(choices: readonly Choice[]): string {
  let right = 0;
  for (const choice of choices) {
    const scores = choice.features.map(score);
    if (choice.right.includes(scores.indexOf(Math.max(...scores)))) right += 1;
  }
  return (right / Math.max(1, choices.length)).toFixed(3);
}
