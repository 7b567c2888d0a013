import { FairQueue } from './fair-queue.js';
import { ownerNow } from './whose-work.js';

/** Milliseconds of work after which others have their turn: a tenth of what is felt as a wait. */
const SLICE = 10;

/** Of all that gives way one piece goes on at a time, so that they do not hold up anything together; servers take turns in it. */
const slices = new FairQueue({ running: 1 });

/** Lets what else is waiting run first: work on thousands of articles must not hold up an answer or a heartbeat. */
export async function giveWay(): Promise<void> {
  await slices.run(ownerNow(), 'long', () => new Promise<void>((resolve) => setImmediate(resolve)));
}

/** When the slice of this turn of the event loop is over; null before anything has begun one. */
let sliceEnd: number | null = null;

/** Whether this turn of the event loop has had its slice. One for all that is done in it: a hundred short pieces of work, one behind the other, would else hold others up together. */
function isSliceOver(): boolean {
  const now = performance.now();
  if (sliceEnd === null) {
    sliceEnd = now + SLICE;
    setImmediate(() => {
      sliceEnd = null;
    });
  }
  return now >= sliceEnd;
}

/** Does work step by step and gives way where its turn is over; the steps must be short. */
export async function doInSlices<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    if (isSliceOver()) await giveWay();
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does a piece of work of a few milliseconds once there is room for it in a turn's slice: a hundred members who ask at the same moment would else hold everybody up together. */
export async function inSlice<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  if (isSliceOver()) await giveWay();
  return work();
}

/** Does the same work in one piece, for whoever has nobody waiting. */
export function doAtOnce<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
