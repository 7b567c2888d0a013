import { parseArgs } from 'node:util';
import { isOverlapping } from '../src/article/span.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import type { Corpus } from '../src/library/corpus.js';
import { loadAnalysisModels } from '../src/reading/load-analysis-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import { chooseWindows } from '../src/search/choose-windows.js';
import type { ReadSentence } from '../src/search/read-sentence.js';
import { readWindows } from '../src/search/read-windows.js';
import { calibrate, gather, logOdds, type Odds } from '../src/search/verdict.js';
import { ASK_SETS, type AskCase } from './ask-sets.js';
import { expectedCalibrationError } from './eval-measures.js';
import { openReaderAt } from './open-reader-at.js';

/** A question as the reader's odds have it, and whether the best sentence answers. */
interface Judged {
  readonly of: AskCase;
  readonly odds: Odds;
  readonly isRight: boolean;
  /** Whether the sentence that most likely leaves it open does. */
  readonly isOpenRight: boolean;
}

const SETS = ['written', 'own', 'news-quiz', 'wiki', 'wiki-removed'];
const THRESHOLDS = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85];
const OPEN = [0.2, 0.3, 0.4, 0.5, 0.6];

/**
 * `npm run eval -- calibration [SET=EVERY …] [--reader FOLDER]`: fits the constants that make a probability of the reader's odds (see `calibrate`) on the halves of the sets that are there to choose by, each set
 * counting the same, and prints what each threshold would let through.
 */
export async function evaluateCalibration(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { reader: { type: 'string' } },
  });
  const encoder = openReaderAt(values.reader);
  if (encoder === null) return;
  const sets = new Map<string, Judged[]>();
  try {
    for (const wanted of positionals.length > 0 ? positionals : SETS) {
      const [name = '', every = '1'] = wanted.split('=');
      const cases = ASK_SETS[name]?.('dev').filter((_, i) => i % Number(every) === 0) ?? [];
      sets.set(name, await judgeAll(cases, encoder.read));
    }
  } finally {
    await encoder.close();
  }
  const fitted = fitConstants(sets);
  const { slope, behind, bias } = fitted;
  console.log(
    `CALIBRATION = { slope: ${slope.toFixed(2)}, behind: ${behind.toFixed(2)}, bias: ${bias.toFixed(2)} }`,
  );
  for (const [name, all] of sets) printSet(name, all, fitted);
}

async function judgeAll(
  cases: readonly AskCase[],
  read: Parameters<typeof readWindows>[2],
): Promise<Judged[]> {
  const build = corpusBuilder(readInPlace(loadAnalysisModels()));
  const judged: Judged[] = [];
  let corpus: Corpus | null = null;
  for (const of of cases) {
    if (corpus?.articles[0] !== of.article)
      corpus = await build({ articles: [of.article], problems: [], loadedAt: new Date(0) });
    const outcome = await readWindows(of.text, chooseWindows(corpus, of.text, undefined), read);
    if (!outcome.ok) throw new Error(`The reader could not read: ${outcome.reason}.`);
    const { sentences } = outcome;
    const isGold = (one: ReadSentence | undefined): boolean =>
      one !== undefined && of.gold.some((span) => isOverlapping(span, one.sentence));
    const best = sentences.toSorted((a, b) => b.answers - a.answers)[0];
    const open = sentences.toSorted((a, b) => b.leavesOpen - a.leavesOpen)[0];
    judged.push({
      of,
      odds: gather(sentences),
      isRight: of.asked === 'answered' && isGold(best),
      isOpenRight: of.asked === 'left-open' && isGold(open),
    });
  }
  return judged;
}

type Constants = Parameters<typeof calibrate>[1];

const ROUNDS = 4000;
const RATE = { slope: 0.06, behind: 0.1, bias: 0.3 };

/** Logistic regression by gradient descent; each set has the same weight. */
function fitConstants(sets: ReadonlyMap<string, readonly Judged[]>): NonNullable<Constants> {
  let [slope, behind, bias] = [1, 0, 0];
  const rows = [...sets.values()].flatMap((all) =>
    all
      .filter(({ of }) => of.asked !== 'left-open')
      .map(({ odds, isRight }) => ({
        odds: logOdds(odds.best),
        place: Math.log1p(odds.place),
        right: isRight ? 1 : 0,
        weight: 1 / all.length / sets.size,
      })),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = { slope: 0, behind: 0, bias: 0 };
    for (const { odds, place, right, weight } of rows) {
      const error = (right - 1 / (1 + Math.exp(-(slope * odds + behind * place + bias)))) * weight;
      step.slope += error * odds;
      step.behind += error * place;
      step.bias += error;
    }
    slope += RATE.slope * step.slope;
    behind += RATE.behind * step.behind;
    bias += RATE.bias * step.bias;
  }
  return { slope, behind, bias };
}

function printSet(name: string, all: readonly Judged[], constants: NonNullable<Constants>): void {
  const asked = all.filter(({ of }) => of.asked !== 'left-open');
  const answered = all.filter(({ of }) => of.asked === 'answered');
  const misses = all.filter(({ of }) => of.asked === 'near-miss');
  const confidence = ({ odds }: Judged): number => calibrate(odds, constants);
  const error = expectedCalibrationError(
    asked.map((one) => ({ confidence: confidence(one), isRight: one.isRight })),
  );
  console.log(
    `\n${name}: ${answered.length} answered, ${misses.length} near misses; best right ${show(answered.filter(({ isRight }) => isRight).length, answered.length)}; ECE ${error.toFixed(3)}`,
  );
  console.log('  from   said+right  of said  refused');
  for (const from of THRESHOLDS) {
    const said = asked.filter((one) => confidence(one) >= from);
    const right = said.filter(({ isRight }) => isRight).length;
    const refused = misses.filter((one) => confidence(one) < from).length;
    console.log(
      `  ${from.toFixed(2)}   ${show(right, answered.length)}       ${show(right, said.length)}    ${show(refused, misses.length)}`,
    );
  }
  const left = all.filter(({ of }) => of.asked === 'left-open');
  for (const from of OPEN) {
    const isOpen = ({ odds }: Judged): boolean => odds.bestOpen >= from && odds.open > odds.answered;
    const told = all.filter(isOpen);
    console.log(
      `  open from ${from}: of ${left.length} left open ${told.filter(({ isOpenRight }) => isOpenRight).length} told rightly, of ${answered.length} answered ${told.filter(({ of }) => of.asked === 'answered').length} called open, of ${misses.length} near misses ${told.filter(({ of }) => of.asked === 'near-miss').length}`,
    );
  }
}

function show(count: number, of: number): string {
  return of === 0 ? '    -' : (count / of).toFixed(3);
}
