/** Milliseconds of work after which others have their turn: a tenth of what is felt as a wait. */
const SLICE = 10;

let last: Promise<void> = Promise.resolve();

/**
 * Lets what else is waiting run first: work on thousands of articles must not hold up an answer or a heartbeat. Of several
 * that give way one goes on at a time, so that they do not hold it up together either.
 */
export function giveWay(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}

/** Does work step by step and gives way where its turn is over; the steps must be short. */
export async function doInSlices<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  let end = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await giveWay();
    end = performance.now() + SLICE;
  }
}

/** Does the same work in one piece, for whoever has nobody waiting. */
export function doAtOnce<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
