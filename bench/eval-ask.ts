import { parseArgs } from 'node:util';
import { answerQuestion, RERANKERS, type Reranker } from '../src/answer/ask.js';
import { textAt } from '../src/article/article.js';
import { isOverlapping, type Span } from '../src/article/span.js';
import { type Excerpt, excerptsOf, type Reply } from '../src/bot/reply.js';
import type { Encoder } from '../src/encoder/encoder.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import type { Corpus } from '../src/library/corpus.js';
import { loadAnalysisModels } from '../src/reading/load-analysis-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import { ASK_SETS, type AskCase, type Half } from './ask-sets.js';
import { expectedCalibrationError, scoreWords } from './eval-measures.js';
import { openReaderAt } from './open-reader-at.js';

/** Excerpts that a reader is shown. */
const SHOWN = 3;

/** What came of a question, as its reader saw it. */
export interface AskOutcome {
  readonly of: AskCase;
  readonly kind: Reply['kind'];
  /** For each excerpt shown whether it answers (or leaves open, if that is right). */
  readonly right: readonly boolean[];
  readonly confidence: number;
  readonly bold: string;
  readonly first: string;
  readonly milliseconds: number;
}

/**
 * `npm run eval -- [SET …] [--half dev|final] [--sample N] [--asked PATTERN] [--reader FOLDER] [--without NAME,…] [--errors N]`: /ask as its reader sees it, on question sets of several kinds, each question put to
 * its own article; only questions that match a pattern; without some of what re-ranks the reader's verdict (`preferTold`, `preferDescribed`).
 */
export async function evaluateAsk(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      half: { type: 'string', default: 'dev' },
      sample: { type: 'string', default: '1' },
      asked: { type: 'string', default: '' },
      reader: { type: 'string' },
      without: { type: 'string', default: '' },
      errors: { type: 'string', default: '0' },
    },
  });
  const half: Half = values.half === 'final' ? 'final' : 'dev';
  const every = Math.max(1, Number(values.sample));
  const asked = new RegExp(values.asked, 'iu');
  const without = values.without.split(',').filter((name) => name !== '');
  const names = RERANKERS.map(({ name }) => name);
  const unknown = without.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no re-ranker "${unknown}": there are ${names.join(', ')}.`);
  const rerankers = RERANKERS.filter(({ name }) => !without.includes(name));
  const reader = openReaderAt(values.reader);
  if (reader === null) return;
  printHead();
  try {
    for (const name of positionals.length > 0 ? positionals : Object.keys(ASK_SETS)) {
      const read = ASK_SETS[name];
      if (read === undefined)
        throw new Error(`There is no set "${name}": there are ${Object.keys(ASK_SETS).join(', ')}.`);
      const cases = read(half).filter(({ text }, i) => i % every === 0 && asked.test(text));
      const outcomes = await askAll(cases, reader.read, rerankers);
      printRow(name, outcomes);
      for (const line of listErrors(outcomes).slice(0, Number(values.errors))) console.log(line);
    }
  } finally {
    await reader.close();
  }
}

/** Puts each question to its own article. */
export async function askAll(
  cases: readonly AskCase[],
  read: Encoder['read'],
  rerankers: readonly Reranker[] = RERANKERS,
): Promise<AskOutcome[]> {
  const build = corpusBuilder(readInPlace(loadAnalysisModels()));
  const outcomes: AskOutcome[] = [];
  let corpus: Corpus | null = null;
  for (const one of cases) {
    if (corpus?.articles[0] !== one.article)
      corpus = await build({ articles: [one.article], problems: [], loadedAt: new Date(0) });
    const started = performance.now();
    const reply = await answerQuestion(corpus, { question: one.text }, read, rerankers);
    outcomes.push(judge(one, reply, performance.now() - started));
  }
  return outcomes;
}

function judge(of: AskCase, reply: Reply, milliseconds: number): AskOutcome {
  const shown = excerptsOf(reply).slice(0, SHOWN);
  const [first] = shown;
  return {
    of,
    kind: reply.kind,
    right: shown.map((excerpt) => of.gold.some((gold) => holds(excerpt, gold))),
    confidence: first?.confidence ?? 0,
    bold: first === undefined ? '' : boldIn(first),
    first: first === undefined ? '' : textAt(first.article, first),
    milliseconds,
  };
}

/** Whether an excerpt holds more than half of a sentence, or of its answer. */
function holds(span: Span, answer: Span): boolean {
  if (!isOverlapping(span, answer)) return false;
  const shared = Math.min(span.end, answer.end) - Math.max(span.start, answer.start);
  return shared > (answer.end - answer.start) / 2;
}

function boldIn({ article, highlights }: Excerpt): string {
  return highlights.map((span) => textAt(article, span)).join(' ');
}

const HEAD = [
  ['set', 14],
  ['asked', 7],
  ['first', 8],
  ['three', 8],
  ['said+right', 12],
  ['of said', 9],
  ['refused', 9],
  ['open', 7],
  ['bold F1', 9],
  ['of said', 9],
  ['ECE', 7],
  ['ms p50', 8],
] as const;

/** Prints the names of what `printRow` prints. */
export function printHead(): void {
  console.log(HEAD.map(([title, width]) => title.padStart(width)).join(''));
}

/** Prints how well a set of questions came out. */
export function printRow(set: string, outcomes: readonly AskOutcome[]): void {
  const of = (asked: AskCase['asked']): AskOutcome[] => outcomes.filter((one) => one.of.asked === asked);
  const answered = of('answered');
  const said = outcomes.filter(({ kind, of: { asked } }) => kind === 'answer' && asked !== 'left-open');
  const isRight = ({ right }: AskOutcome): boolean => right[0] === true;
  const withWords = answered.filter((one) => one.of.words.length > 0);
  const f1 = (one: AskOutcome): number => (isRight(one) ? scoreWords(one.bold, one.of.words).f1 : 0);
  const cells = [
    set,
    String(outcomes.length),
    share(answered, isRight),
    share(answered, ({ right }) => right.includes(true)),
    share(answered, (one) => one.kind === 'answer' && isRight(one)),
    share(said, isRight),
    share(of('near-miss'), ({ kind }) => kind !== 'answer'),
    share(of('left-open'), (one) => one.kind === 'open' && isRight(one)),
    mean(withWords.map((one) => (one.kind === 'answer' ? f1(one) : 0))),
    mean(withWords.filter((one) => one.kind === 'answer' && isRight(one)).map(f1)),
    expectedCalibrationError(
      outcomes
        .filter((one) => one.of.asked !== 'left-open')
        .map((one) => ({ confidence: one.confidence, isRight: isRight(one) })),
    ).toFixed(3),
    median(outcomes.map(({ milliseconds }) => milliseconds)).toFixed(0),
  ];
  console.log(cells.map((cell, i) => cell.padStart(HEAD[i]?.[1] ?? 8)).join(''));
}

function share(outcomes: readonly AskOutcome[], has: (outcome: AskOutcome) => boolean): string {
  return mean(outcomes.map((one) => (has(one) ? 1 : 0)));
}

function mean(values: readonly number[]): string {
  if (values.length === 0) return '-';
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** What went wrong, surest first. */
export function listErrors(outcomes: readonly AskOutcome[]): string[] {
  const isWrong = ({ of, kind, right }: AskOutcome): boolean =>
    of.asked === 'near-miss' ? kind === 'answer' : kind !== 'answer' || right[0] !== true;
  return outcomes
    .filter(isWrong)
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ of, kind, confidence, first, bold }) => {
      const gold = of.gold.map((span) => textAt(of.article, span)).join(' / ');
      return `  [${of.asked}: ${kind} ${confidence.toFixed(2)}] ${of.text}\n    gold: ${gold}\n    first: ${first} [${bold}]`;
    });
}
