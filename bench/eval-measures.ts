import type { Outcome } from './outcome.js';

/** Shares of questions answered at which precision is printed. */
export const SPREAD = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The share that is right among the most confident outcomes, for each share of `SPREAD`. */
export function precisionAt(outcomes: readonly Outcome[]): number[] {
  const sorted = [...outcomes].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return SPREAD.map((share) => {
    const answered = sorted.slice(0, Math.max(1, Math.round(share * sorted.length)));
    return answered.filter(({ isRight }) => isRight).length / (answered.length || 1);
  });
}

/** The confidence from which the given share of the outcomes is answered. */
export function thresholdAt(outcomes: readonly Outcome[], share: number): number {
  const sorted = outcomes.map(({ confidence }) => confidence ?? 0).sort((a, b) => b - a);
  return sorted[Math.max(0, Math.round(share * sorted.length) - 1)] ?? 1;
}

const BINS = 10;

/** The expected calibration error over ten equal bins (Guo et al. 2017): 0 if confidence is the share that is right. */
export function expectedCalibrationError(
  outcomes: readonly Pick<Outcome, 'confidence' | 'isRight'>[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, isRight } of outcomes) {
    const bin = bins[Math.min(BINS - 1, Math.floor((confidence ?? 0) * BINS))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.confidence += confidence ?? 0;
    bin.right += isRight ? 1 : 0;
  }
  return (
    bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) /
    (outcomes.length || 1)
  );
}

function bareWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== 'a' && word !== 'an' && word !== 'the');
}

/** SQuAD's word F1 and exact match of an answer against the best of several gold ones (Rajpurkar et al. 2016). */
export function scoreWords(answer: string, gold: readonly string[]): { f1: number; exact: boolean } {
  const own = bareWords(answer);
  let f1 = 0;
  let exact = false;
  for (const text of gold) {
    const other = bareWords(text);
    exact ||= own.join(' ') === other.join(' ');
    const left = [...other];
    let shared = 0;
    for (const word of own) {
      const at = left.indexOf(word);
      if (at === -1) continue;
      left.splice(at, 1);
      shared += 1;
    }
    if (shared > 0) f1 = Math.max(f1, (2 * shared) / (own.length + other.length));
  }
  return { f1, exact };
}
