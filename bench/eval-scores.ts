import { expectedCalibrationError, precisionAt, SPREAD, thresholdAt } from './eval-measures.js';
import type { Outcome } from './outcome.js';

/** The outcomes of each way of asking, by its name. */
export type Sheets = Map<string, Outcome[]>;

/** The outcomes of one way of asking, to add to. */
export function sheetOf(sheets: Sheets, name: string): Outcome[] {
  const known = sheets.get(name);
  if (known !== undefined) return known;
  const sheet: Outcome[] = [];
  sheets.set(name, sheet);
  return sheet;
}

/** The mean of what `read` gives, over the outcomes for which it gives anything; null where it gives nothing. */
export function meanOf(
  outcomes: readonly Outcome[],
  read: (outcome: Outcome) => number | boolean | null,
): number | null {
  const values = outcomes.map(read).filter((value) => value !== null);
  if (values.length === 0) return null;
  return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length;
}

const COLUMNS = [
  'count',
  'top 1',
  'top 3',
  'answered',
  'words F1',
  'EM',
  'ECE',
  'ms p50',
  'ms p95',
  'ms mean',
];
const NAME_WIDTH = 40;
const WIDTH = 9;

/** Prints a line for each way of asking: how often it is right, its answering words, its calibration and its time. */
export function printTable(sheets: Sheets): void {
  const spread = SPREAD.map((share) => `at ${share}`.padStart(WIDTH)).join('');
  const titles = COLUMNS.map((title) => title.padStart(WIDTH)).join('');
  console.log(`${'asked of'.padEnd(NAME_WIDTH)}${titles}   precision${spread}`);
  for (const [name, sheet] of sheets) {
    const hasConfidence = sheet.some(({ confidence }) => confidence !== null);
    const times = sheet.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const timeAt = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
    const cells = [
      String(sheet.length),
      show(meanOf(sheet, ({ isRight }) => isRight)),
      show(meanOf(sheet, ({ isAmongThree }) => isAmongThree)),
      show(hasConfidence ? meanOf(sheet, ({ isAnswered }) => isAnswered) : null),
      show(meanOf(sheet, ({ words }) => words?.f1 ?? null)),
      show(meanOf(sheet, ({ words }) => words?.exact ?? null)),
      show(hasConfidence ? expectedCalibrationError(sheet) : null),
      timeAt(0.5).toFixed(2),
      timeAt(0.95).toFixed(2),
      (meanOf(sheet, ({ milliseconds }) => milliseconds) ?? 0).toFixed(2),
    ];
    const precision = hasConfidence ? precisionAt(sheet).map(show) : [];
    const line = [...cells, ' '.repeat(3 + 'precision'.length - WIDTH), ...precision];
    console.log(`${name.padEnd(NAME_WIDTH)}${line.map((cell) => cell.padStart(WIDTH)).join('')}`.trimEnd());
  }
}

/** Shares of the answerable questions answered, at which refusals are printed. */
const ANSWERED = [0.6, 0.65, 0.7, 0.75, 0.8];
/** What is refused: questions put to a text that does not answer them. */
const REFUSED = ['paragraph removed', 'another article', 'unanswerable'];

/** Prints how many questions put to a text without their answer are answered all the same, against the share of answerable ones answered; nothing where there are none. */
export function printRefusals(sheets: Sheets): void {
  const answerable = sheets.get('whole article') ?? [];
  const refused = REFUSED.flatMap((name) => {
    const sheet = sheets.get(name);
    return sheet === undefined ? [] : [{ name, sheet }];
  });
  if (refused.length === 0 || answerable.length === 0) return;
  console.log(
    `${'answered of the whole article'.padEnd(NAME_WIDTH)}${ANSWERED.map((share) => share.toFixed(2).padStart(WIDTH)).join('')}`,
  );
  const thresholds = ANSWERED.map((share) => thresholdAt(answerable, share));
  console.log(
    `${'from a confidence of'.padEnd(NAME_WIDTH)}${thresholds.map((value) => show(value).padStart(WIDTH)).join('')}`,
  );
  for (const { name, sheet } of refused) {
    const shares = thresholds.map((from) => meanOf(sheet, ({ confidence }) => (confidence ?? 0) >= from));
    console.log(
      `${`answered all the same: ${name}`.padEnd(NAME_WIDTH)}${shares.map((share) => show(share).padStart(WIDTH)).join('')}`,
    );
  }
}

/** A share as printed; a dash for none. */
export function show(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}
