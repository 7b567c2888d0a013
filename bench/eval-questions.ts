import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyseQuestion } from '../src/language/question.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { rankSentences } from '../src/search/rank-sentences.js';
import { rankWithMiniSearch } from './eval-baselines.js';
import {
  type EvalArticle,
  type EvalQuestion,
  questionFolder,
  readMultirc,
  readSelqa,
  readSquad,
} from './eval-data.js';
import { explainFailure } from './eval-errors.js';
import { type EvalModels, FOLDS, loadEvalModels } from './eval-models.js';
import { type EvalReading, readSource } from './eval-reading.js';
import { printRefusals, printTable, type Sheets, sheetOf } from './eval-scores.js';
import type { Outcome } from './outcome.js';

/** One question in so many is also put to its paragraph's absence and to another article: enough for a standard error of 0.01. */
const REMOVED_EVERY = 2;
const ELSEWHERE_EVERY = 4;

interface Run {
  readonly names: ReturnType<typeof loadNameModel>;
  readonly models: EvalModels;
  readonly sheets: Sheets;
  readonly failures: string[];
  /** Failures wanted in all, and every how many questions one is asked. */
  readonly wanted: number;
  readonly every: number;
}

/** Prints how well /ask answers the questions of the given files in SQuAD's format, or of the sets in EVAL_DATA. */
export async function evaluateQuestions(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { errors: { type: 'string' }, sample: { type: 'string' }, folds: { type: 'string' } },
  });
  const sets = positionals.length > 0 ? positionals.map((path) => readSquad(path)) : readSets();
  const models = loadEvalModels(values.folds ?? FOLDS);
  const names = loadNameModel();
  for (const articles of sets) {
    const wanted = Number(values.errors ?? 0);
    const every = Number(values.sample ?? 1);
    const run: Run = { names, models, sheets: new Map(), failures: [], wanted, every };
    for (const article of articles) evaluateArticle(article, articles, run);
    const judged = articles.filter(({ id }) => models.foldOf(id) !== null).length;
    console.log(`\n${articles[0]?.set ?? 'questions'}: ${explainFolds(judged, articles.length)}`);
    printTable(run.sheets);
    printRefusals(run.sheets);
    for (const failure of run.failures) console.log(`\n${failure}`);
  }
}

function explainFolds(judged: number, all: number): string {
  if (judged === 0) return `${all} articles, none of them trained on`;
  return `${all} articles, ${judged} of them judged by weights trained without the article`;
}

function evaluateArticle(article: EvalArticle, articles: readonly EvalArticle[], run: Run): void {
  const { names, models, sheets } = run;
  const whole = readSource(article, null, names);
  const stranger = strangerOf(article, articles, models);
  const other = stranger === null ? null : readSource(stranger, null, names);
  const alone = new Map<number, EvalReading>();
  const removed = new Map<number, EvalReading>();
  const own = models.modelsFor(article.id);
  const ask = (reading: EvalReading, question: EvalQuestion): Outcome => {
    const started = performance.now();
    const ranking = rankSentences([reading.reading], analyseQuestion(question.text), own);
    return reading.judge(question, ranking, performance.now() - started);
  };
  for (const [number, question] of article.questions.entries()) {
    if (number % run.every !== 0) continue;
    const outcome = ask(whole, question);
    if (question.answers.length === 0) {
      sheetOf(sheets, 'unanswerable').push(outcome);
      continue;
    }
    sheetOf(sheets, 'whole article').push(outcome);
    addBaselines(sheets, '', whole, question);
    if (!outcome.isRight && run.failures.length < run.wanted) {
      run.failures.push(explainFailure(whole, question, own));
    }
    if (other !== null && number % ELSEWHERE_EVERY === 0) {
      sheetOf(sheets, 'another article').push(ask(other, { ...question, answers: [] }));
    }
    const { paragraph } = question;
    if (paragraph === null) continue;
    const given = readOnce(alone, article, paragraph, [paragraph], names);
    sheetOf(sheets, 'given paragraph').push(ask(given, question));
    addBaselines(sheets, 'given paragraph, ', given, question);
    if (number % REMOVED_EVERY !== 0) continue;
    const others = article.paragraphs.map((_, i) => i).filter((i) => i !== paragraph);
    const without = readOnce(removed, article, paragraph, others, names);
    sheetOf(sheets, 'paragraph removed').push(ask(without, question));
  }
}

function addBaselines(sheets: Sheets, prefix: string, reading: EvalReading, question: EvalQuestion): void {
  sheetOf(sheets, `${prefix}MiniSearch as it comes`).push(rankWithMiniSearch(reading.text, question, false));
  sheetOf(sheets, `${prefix}MiniSearch, stems`).push(rankWithMiniSearch(reading.text, question, true));
}

/** The next article of the set that the same weights never saw; null where there is none. */
function strangerOf(
  article: EvalArticle,
  articles: readonly EvalArticle[],
  models: EvalModels,
): EvalArticle | null {
  const place = articles.indexOf(article);
  const others = [...articles.slice(place + 1), ...articles.slice(0, place)];
  return others.find(({ id }) => models.foldOf(id) === models.foldOf(article.id)) ?? null;
}

function readOnce(
  known: Map<number, EvalReading>,
  article: EvalArticle,
  paragraph: number,
  keep: readonly number[],
  names: ReturnType<typeof loadNameModel>,
): EvalReading {
  let reading = known.get(paragraph);
  if (reading === undefined) {
    reading = readSource(article, keep, names);
    known.set(paragraph, reading);
  }
  return reading;
}

function readSets(): EvalArticle[][] {
  const data = questionFolder();
  return [
    readSquad(join(data, 'squadshifts-wiki.json')),
    readMultirc(join(data, 'multirc-news')),
    readSelqa(join(data, 'selqa-dev.json')),
  ];
}
