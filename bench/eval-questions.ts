import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadNameModel } from '../src/files/load-name-model.js';
import { analyseQuestion } from '../src/language/question.js';
import { loadAskModels } from '../src/load-ask-models.js';
import { rankSentences } from '../src/search/rank-sentences.js';
import { rankWithMiniSearch } from './eval-baselines.js';
import { type EvalArticle, type EvalQuestion, readMultirc, readSelqa, readSquad } from './eval-data.js';
import { explainFailure } from './eval-errors.js';
import { type EvalReading, readSource } from './eval-reading.js';
import { type Outcome, printTable, ScoreSheet } from './eval-scores.js';

/** One question in so many is also put to its paragraph's absence and to another article: enough for a standard error of 0.01. */
const REMOVED_EVERY = 2;
const ELSEWHERE_EVERY = 4;

/** Prints how well /ask answers the questions of the given files in SQuAD's format, or of the sets in EVAL_DATA. */
export async function evaluateQuestions(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { errors: { type: 'string' }, sample: { type: 'string' } },
  });
  const sets = positionals.length > 0 ? positionals.map((path) => readSquad(path)) : readSets();
  const models = loadAskModels();
  const names = loadNameModel();
  const wanted = Number(values.errors ?? 0);
  const every = Number(values.sample ?? 1);
  for (const articles of sets) {
    const sheets = new Map<string, ScoreSheet>();
    const sheet = (name: string): ScoreSheet => {
      const known = sheets.get(name) ?? new ScoreSheet();
      sheets.set(name, known);
      return known;
    };
    const failures: string[] = [];
    const ask = (reading: EvalReading, question: EvalQuestion): Outcome => {
      const asked = analyseQuestion(question.text);
      const started = performance.now();
      const ranking = rankSentences([reading.reading], asked, models);
      const milliseconds = performance.now() - started;
      return reading.judge(question, ranking, milliseconds);
    };
    for (const [place, article] of articles.entries()) {
      const whole = readSource(article, null, names);
      const other = readSource(articles[(place + 1) % articles.length] ?? article, null, names);
      const alone = new Map<number, EvalReading>();
      const removed = new Map<number, EvalReading>();
      for (const [number, question] of article.questions.entries()) {
        if (number % every !== 0) continue;
        const outcome = ask(whole, question);
        if (question.answers.length === 0) {
          sheet('unanswerable').add(outcome);
          continue;
        }
        sheet('whole article').add(outcome);
        if (!outcome.isRight && failures.length < wanted) {
          failures.push(explainFailure(whole, question, models));
        }
        for (const hasStems of [false, true]) {
          const name = hasStems ? 'MiniSearch, stems, no stop words' : 'MiniSearch as it comes';
          sheet(name).add(rankWithMiniSearch(whole, question, hasStems));
        }
        if (place !== articles.length - 1 && number % ELSEWHERE_EVERY === 0) {
          sheet('another article').add(ask(other, question));
        }
        const { paragraph } = question;
        if (paragraph === null) continue;
        sheet('given paragraph').add(ask(readOnce(alone, article, paragraph, [paragraph], names), question));
        if (number % REMOVED_EVERY !== 0) continue;
        const others = article.paragraphs.map((_, i) => i).filter((i) => i !== paragraph);
        sheet('paragraph removed').add(ask(readOnce(removed, article, paragraph, others, names), question));
      }
    }
    printTable(articles[0]?.set ?? 'questions', sheets);
    for (const failure of failures) console.log(`\n${failure}`);
  }
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
  const data = join(process.env.EVAL_DATA ?? join('..', 'shared', 'data'), 'qa');
  if (!existsSync(data)) {
    throw new Error(
      `There are no question sets at ${data}: name their folder in EVAL_DATA, or give files in SQuAD's format.`,
    );
  }
  return [
    readSquad(join(data, 'squadshifts-wiki.json')),
    readMultirc(join(data, 'multirc-news')),
    readSelqa(join(data, 'selqa-dev.json')),
  ];
}
