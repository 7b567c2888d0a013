import { expectedCalibrationError, precisionAt, SPREAD } from './eval-measures.js';

/** What came of one question. */
export interface Outcome {
  /** Whether the sentence ranked first, and one of the first three, answers. */
  readonly isRight: boolean;
  readonly isAmongThree: boolean;
  /** Probability as given; null for a ranker that gives none. */
  readonly confidence: number | null;
  /** Whether it would be shown as an answer. */
  readonly isAnswered: boolean;
  /** F1 and exact match of the words in bold, where the set has gold answers. */
  readonly words: { readonly f1: number; readonly exact: boolean } | null;
  readonly milliseconds: number;
}

/** The outcomes of one way of asking. */
export class ScoreSheet {
  readonly outcomes: Outcome[] = [];

  add(outcome: Outcome): void {
    this.outcomes.push(outcome);
  }

  /** The mean of what `read` gives, over the outcomes for which it gives anything; 0 where it gives nothing. */
  mean(read: (outcome: Outcome) => number | boolean | null): number {
    const values = this.outcomes.map(read).filter((value) => value !== null);
    return values.reduce<number>((sum, value) => sum + Number(value), 0) / (values.length || 1);
  }
}

/** Prints the table of one set: a line for each way of asking. */
export function printTable(set: string, sheets: ReadonlyMap<string, ScoreSheet>): void {
  console.log(`\n${set}`);
  console.log(
    `${'asked of'.padEnd(34)} count   top1   top3 answered  word F1    EM    ECE  ms p50  ms p95  precision when answering ${SPREAD.join(' ')}`,
  );
  for (const [name, sheet] of sheets) {
    const count = sheet.outcomes.length;
    const times = sheet.outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const hasConfidence = sheet.outcomes.some(({ confidence }) => confidence !== null);
    const at = (share: number): number => times[Math.floor(share * (count - 1))] ?? 0;
    const curve = hasConfidence
      ? precisionAt(sheet.outcomes)
          .map((value) => value.toFixed(3))
          .join(' ')
      : '';
    console.log(
      [
        name.padEnd(34),
        String(count).padStart(5),
        sheet
          .mean(({ isRight }) => isRight)
          .toFixed(3)
          .padStart(6),
        sheet
          .mean(({ isAmongThree }) => isAmongThree)
          .toFixed(3)
          .padStart(6),
        (hasConfidence ? sheet.mean(({ isAnswered }) => isAnswered).toFixed(3) : '-').padStart(8),
        sheet
          .mean(({ words }) => words?.f1 ?? null)
          .toFixed(3)
          .padStart(8),
        sheet
          .mean(({ words }) => words?.exact ?? null)
          .toFixed(3)
          .padStart(6),
        (hasConfidence ? expectedCalibrationError(sheet.outcomes).toFixed(3) : '-').padStart(6),
        at(0.5).toFixed(2).padStart(7),
        at(0.95).toFixed(2).padStart(7),
        ` ${curve}`,
      ].join(' '),
    );
  }
}
