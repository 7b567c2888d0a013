import { ANSWERS_FROM, answerQuestion } from '../src/answer/ask.js';
import { loadAskModels } from '../src/app/load-ask-models.js';
import { textAt } from '../src/article/article.js';
import { isOverlapping, type Span } from '../src/article/span.js';
import { type Excerpt, excerptsOf } from '../src/bot/reply.js';
import { analyseQuestion } from '../src/language/question.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import type { Corpus } from '../src/library/corpus.js';
import { loadReadingModels } from '../src/reading/load-reading-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import type { AskModels } from '../src/search/ask-models.js';
import { featureQuestion } from '../src/search/feature-question.js';
import { rankWithMiniSearch } from './eval-baselines.js';
import type { EvalQuestion, EvalText } from './eval-data.js';
import { scoreWords } from './eval-measures.js';
import { meanOf, printTable, type Sheets, sheetOf, show } from './eval-scores.js';
import { type Quiz, type QuizQuestion, readNewsQuiz, SPLITS, type Split } from './news-quiz.js';
import { type Outcome, outcomeOf } from './outcome.js';

/** Excerpts that a reader is shown. */
const SHOWN = 3;

interface Run {
  readonly corpus: Corpus;
  readonly models: AskModels;
  readonly sheets: Sheets;
  /** What went wrong, a line or two each. */
  readonly wrong: string[];
  /** For near misses with names and without: how many were asked, and answered all the same. */
  readonly misses: Record<'named' | 'unnamed', { asked: number; answered: number }>;
}

/**
 * `npm run eval -- news [dev|test] [--errors]`: how well /ask answers quiz questions on news articles that no training saw,
 * beside the first stage alone and MiniSearch, and how often it answers what its article does not tell. Each question is put to its own article.
 */
export async function evaluateNews(args: readonly string[]): Promise<void> {
  const wanted = SPLITS.filter((split) => args.includes(split));
  for (const split of wanted.length > 0 ? wanted : SPLITS)
    await evaluateSplit(split, args.includes('--errors'));
}

async function evaluateSplit(split: Split, isTold: boolean): Promise<void> {
  const quizzes = readNewsQuiz(split);
  const build = corpusBuilder(readInPlace(loadReadingModels()));
  const corpus = await build({
    articles: quizzes.map(({ article }) => article),
    problems: [],
    loadedAt: new Date(0),
  });
  const run: Run = {
    corpus,
    models: loadAskModels(),
    sheets: new Map(),
    wrong: [],
    misses: { named: { asked: 0, answered: 0 }, unnamed: { asked: 0, answered: 0 } },
  };
  for (const quiz of quizzes) {
    for (const question of quiz.questions) await askAnswered(quiz, question, run);
    for (const miss of quiz.nearMisses)
      await askMiss(quiz, miss.text, miss.isNamed ? 'named' : 'unnamed', run);
  }
  console.log(`\nnews quiz, ${split}: ${quizzes.length} articles, none of them trained on`);
  printTable(run.sheets);
  const own = run.sheets.get('Footnote') ?? [];
  const answered = own.filter(({ isAnswered }) => isAnswered);
  const bold = own.filter(({ words }) => words !== null);
  console.log(
    `answered from ${ANSWERS_FROM}: ${answered.length} of ${own.length}, right ${show(meanOf(answered, ({ isRight }) => isRight))}; ` +
      `bold words that touch none of the answering ones: ${bold.filter(({ words }) => words?.f1 === 0).length} of ${bold.length}`,
  );
  const { named, unnamed } = run.misses;
  console.log(
    `near misses answered: with names ${named.answered} of ${named.asked}, without ${unnamed.answered} of ${unnamed.asked}`,
  );
  if (isTold) for (const line of run.wrong) console.log(line);
}

async function askAnswered({ article }: Quiz, question: QuizQuestion, run: Run): Promise<void> {
  const { corpus, models, sheets } = run;
  const { text } = question;
  const asked: EvalQuestion = {
    text,
    paragraph: null,
    answers: question.gold.map((span) => ({ text: textAt(article, span), start: span.start })),
    isEvidence: true,
  };
  const read: EvalText = {
    article,
    starts: new Map(),
    source: { id: article.id, set: 'news', paragraphs: [], questions: [] },
  };
  sheetOf(sheets, 'MiniSearch as it comes').push(rankWithMiniSearch(read, asked, false));
  sheetOf(sheets, 'MiniSearch, stems').push(rankWithMiniSearch(read, asked, true));

  const started = performance.now();
  const { candidates } = featureQuestion([await corpus.read(article)], analyseQuestion(text), models);
  const first = candidates.slice(0, SHOWN).map(({ index }) => article.sentences[index]);
  const milliseconds = performance.now() - started;
  sheetOf(sheets, 'the first stage alone').push(judge(first, question, milliseconds));

  const began = performance.now();
  const reply = await answerQuestion(corpus, { question: text, source: article.id }, models);
  const took = performance.now() - began;
  const shown = excerptsOf(reply).slice(0, SHOWN);
  const isAnswered = reply.kind === 'answer';
  const [best] = shown;
  const outcome = {
    ...judge(shown, question, took),
    confidence: best?.confidence ?? 0,
    isAnswered,
  };
  const bold = best === undefined || !isAnswered ? '' : boldIn(best);
  const words =
    outcome.isRight && bold !== '' && question.words.length > 0 ? scoreWords(bold, question.words) : null;
  sheetOf(sheets, 'Footnote').push({ ...outcome, words });
  if (!outcome.isRight || !isAnswered || words?.f1 === 0) {
    const gold = question.gold.map((span) => textAt(article, span)).join(' / ');
    const state = `${outcome.isRight ? 'right' : outcome.isAmongThree ? 'among three' : 'WRONG'}, ${reply.kind} ${(best?.confidence ?? 0).toFixed(2)}`;
    run.wrong.push(
      `\n${article.id} [${state}] ${text}\n  gold: ${gold}\n  first: ${best === undefined ? '–' : textAt(article, best)} [${bold}]`,
    );
  }
}

function boldIn({ article, highlights }: Excerpt): string {
  return highlights.map((span) => textAt(article, span)).join(' ');
}

async function askMiss({ article }: Quiz, text: string, kind: 'named' | 'unnamed', run: Run): Promise<void> {
  const reply = await answerQuestion(run.corpus, { question: text, source: article.id }, run.models);
  const count = run.misses[kind];
  count.asked += 1;
  if (reply.kind !== 'answer') return;
  count.answered += 1;
  const [best] = excerptsOf(reply);
  if (best === undefined) return;
  run.wrong.push(
    `\n${article.id} [NOT TOLD, ${best.confidence?.toFixed(2) ?? ''}] ${text}\n  first: ${textAt(article, best)} [${boldIn(best)}]`,
  );
}

/** An excerpt is right that holds more than half of a sentence which answers. */
function judge(shown: readonly (Span | undefined)[], { gold }: QuizQuestion, milliseconds: number): Outcome {
  const right = shown.map((span) => span !== undefined && gold.some((answer) => holds(span, answer)));
  return outcomeOf(right, milliseconds);
}

function holds(span: Span, answer: Span): boolean {
  if (!isOverlapping(span, answer)) return false;
  const shared = Math.min(span.end, answer.end) - Math.max(span.start, answer.start);
  return shared > (answer.end - answer.start) / 2;
}
