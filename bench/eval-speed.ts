import { join } from 'node:path';
import { loadAskModels } from '../src/app/load-ask-models.js';
import { analyseQuestion } from '../src/language/question.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { judgeConfidence } from '../src/search/confidence.js';
import { featureQuestion } from '../src/search/feature-question.js';
import { rankSentences } from '../src/search/rank-sentences.js';
import { scoreCandidates } from '../src/search/score-candidates.js';
import { rankWithMiniSearch } from './eval-baselines.js';
import { questionFolder, readSquad } from './eval-data.js';
import { readSource } from './eval-reading.js';

/** Articles whose questions are asked: some 900 questions. */
const ARTICLES = 5;
/** Rounds over all questions, of which the fastest counts: others share the machine. */
const ROUNDS = 5;
const MILLISECONDS = 1000;

/**
 * Prints the processor time of a question over one article that was asked before, part by part, and that of
 * MiniSearch over the same sentences in the same run: the ratio holds on other machines too.
 */
export function evaluateSpeed(): void {
  const models = loadAskModels();
  const names = loadNameModel();
  const asked = readSquad(join(questionFolder(), 'squadshifts-wiki.json'))
    .slice(0, ARTICLES)
    .flatMap((article) => {
      const read = readSource(article, null, names);
      return article.questions.map((question) => ({ read, question, text: question.text }));
    })
    .map((item) => {
      const analysed = analyseQuestion(item.text);
      const featured = featureQuestion([item.read.reading], analysed, models);
      return { ...item, analysed, featured, scored: scoreCandidates(featured, models) };
    });
  const time = (ask: (item: (typeof asked)[number]) => unknown): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = process.cpuUsage().user;
      for (const item of asked) ask(item);
      best = Math.min(best, (process.cpuUsage().user - started) / MILLISECONDS / asked.length);
    }
    return best;
  };
  const miniSearch = time(({ read, question }) => rankWithMiniSearch(read.text, question, false));
  const parts: readonly (readonly [string, number])[] = [
    ['the question analysed', time(({ text }) => analyseQuestion(text))],
    [
      'candidates and features',
      time(({ read, analysed }) => featureQuestion([read.reading], analysed, models)),
    ],
    ['trees and net', time(({ featured }) => scoreCandidates(featured, models))],
    ['confidence', time(({ featured, scored }) => judgeConfidence(featured, scored.best, models))],
    [
      'all of it, answering words too',
      time(({ read, text }) => rankSentences([read.reading], analyseQuestion(text), models)),
    ],
    ['MiniSearch as it comes', miniSearch],
  ];
  console.log(`${asked.length} questions, each over its article: ms of processor time, times MiniSearch`);
  for (const [name, milliseconds] of parts) {
    console.log(
      `${name.padEnd(32)}${milliseconds.toFixed(2).padStart(6)}${(milliseconds / miniSearch).toFixed(1).padStart(6)}`,
    );
  }
}
