import { describe, expect, it } from 'vitest';
import { loadAskModels } from '../../src/app/load-ask-models.js';
import { createArticle } from '../../src/article/create-article.js';
import { readWith } from '../../src/extract/read-article.js';
import { analyseQuestion } from '../../src/language/question.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { confidenceRow } from '../../src/search/confidence.js';
import { featureQuestion } from '../../src/search/feature-question.js';
import { scoreWithTrees } from '../../src/search/model/trees.js';
import { matchesOf, termTokensOf } from '../../src/search/net-input.js';
import { ADDED_FEATURES, scoreCandidates, softmax } from '../../src/search/score-candidates.js';

const models = loadAskModels();
const read = readWith({ names: loadNameModel() });

function ask(text: string, question: string) {
  const meta = { title: 'mill', url: null, author: null, publisher: null, published: null, language: 'en' };
  const article = createArticle({ id: 'mill', meta, text });
  return featureQuestion([read(article)], analyseQuestion(question), models);
}

const mills = Array.from(
  { length: 12 },
  (_, i) => `The mill of Harrow ${i} was built by a miller named Tovey in ${1700 + i}.`,
).join(' ');

describe('scoring candidates', () => {
  const featured = ask(mills, 'Who built the mill of Harrow 3?');
  const { best, rest } = scoreCandidates(featured, models);

  it('reads at most eight closely, and keeps the rest behind them', () => {
    expect(best.length).toBeLessThanOrEqual(8);
    expect([...best, ...rest].map(({ index }) => index).sort((a, b) => a - b)).toEqual(
      featured.candidates.map(({ index }) => index).sort((a, b) => a - b),
    );
  });

  it('blends what the net and the trees say, best first', () => {
    const scores = best.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { row, reading, score, features } of best) {
      const trees = scoreWithTrees(models.firstTrees, Float32Array.from(features));
      expect(row).toHaveLength(features.length + ADDED_FEATURES.length);
      expect(score).toBeCloseTo(models.blend.net * reading.score + models.blend.trees * trees, 6);
    }
  });

  it('finds nothing to score where nothing is shared with the question', () => {
    const none = ask('Rain fell on Monday.', 'Who owns the zeppelin?');
    expect(scoreCandidates(none, models)).toEqual({ best: [], rest: [] });
    expect([...confidenceRow(none, [])].every((value) => value === 0)).toBe(true);
  });

  it('makes shares of scores that sum to one, however high they are', () => {
    expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
    expect(softmax([])).toEqual([]);
  });
});

describe('what the net is told', () => {
  it('pairs the tokens of a sentence with those of the question that are the same', () => {
    const { asked, candidates } = ask('The miller built two mills.', 'Who built the mill?');
    const [candidate] = candidates;
    expect(candidate && matchesOf(termTokensOf(asked), candidate.profile, candidate.index)).toEqual([
      2, 1, 4, 3,
    ]);
  });
});
