import { textAt } from '../src/article/article.js';
import { analyseQuestion } from '../src/language/question.js';
import type { AskModels } from '../src/search/ask-models.js';
import { featureQuestion } from '../src/search/feature-question.js';
import { FEATURES } from '../src/search/features/candidate-features.js';
import { scoreWithTrees } from '../src/search/model/trees.js';
import { type ScoredCandidate, scoreCandidates } from '../src/search/score-candidates.js';
import { type EvalQuestion, isGold } from './eval-data.js';
import type { EvalReading } from './eval-reading.js';

/** Contributions shown for a failure. */
const SHOWN = 5;

/**
 * A failure as text: the question, the gold sentence, what was ranked first, and why: the features that
 * raise the first above the gold sentence most, each by what the trees' part of the score loses when the gold
 * sentence's value is put in its place, and the net's own part.
 */
export function explainFailure(
  { text, reading }: EvalReading,
  question: EvalQuestion,
  models: AskModels,
): string {
  const featured = featureQuestion([reading], analyseQuestion(question.text), models);
  const { best, rest } = scoreCandidates(featured, models);
  const isRight = (index: number): boolean => {
    const sentence = text.article.sentences[index];
    return sentence !== undefined && isGold(text, question, sentence);
  };
  const [first] = best;
  const place = best.findIndex(({ index }) => isRight(index));
  const gold = best[place];
  const golds = text.article.sentences.filter(({ index }) => isRight(index));
  const behind = rest.some(({ index }) => isRight(index)) ? 'not read closely' : 'not a candidate';
  return [
    `Q: ${question.text}  [${featured.asked.question.kind}]`,
    `gold answers: ${[...new Set(question.answers.map((answer) => answer.text))].join(' | ')}`,
    `gold (${place === -1 ? behind : `rank ${place + 1}`}): ${golds.map((sentence) => textAt(text.article, sentence)).join(' / ')}`,
    `first: ${first === undefined ? 'nothing' : textAt(text.article, first.profile.article.sentences[first.index] ?? { start: 0, end: 0 })}`,
    ...(first === undefined || gold === undefined ? [] : [`why: ${explain(first, gold, models)}`]),
  ].join('\n');
}

function explain(first: ScoredCandidate, gold: ScoredCandidate, { firstTrees, blend }: AskModels): string {
  const asTrees = (row: Float32Array): number => scoreWithTrees(firstTrees, row);
  const own = first.row.subarray(0, FEATURES.length);
  const features = FEATURES.map((name, f) => {
    const swapped = own.slice();
    swapped[f] = gold.row[f] ?? 0;
    const loss = blend.trees * (asTrees(own) - asTrees(swapped));
    return { name, of: own[f], against: gold.row[f], loss };
  });
  const [ofNet, goldNet] = [first.reading.score, gold.reading.score];
  const net = { name: 'net', of: ofNet, against: goldNet, loss: blend.net * (ofNet - goldNet) };
  return [...features, net]
    .sort((a, b) => b.loss - a.loss)
    .slice(0, SHOWN)
    .map(({ name, of, against, loss }) => `${name} ${show(of)} against ${show(against)} (${loss.toFixed(2)})`)
    .join(', ');
}

function show(value: number | undefined): string {
  return (value ?? 0).toFixed(2);
}
