import { existsSync, readFileSync } from 'node:fs';

/** For how long the event loop was held at the longest, in milliseconds. */
export interface LongestHold {
  /** By the clock. */
  readonly clock: number;
  /** By the work of its own thread: on a busy machine the clock counts what other programs do as well. Null if the system does not tell it. */
  readonly own: number | null;
}

/** Milliseconds between two looks. */
const LOOK = 5;

/** Linux tells here for how many nanoseconds the main thread has run. */
const RUN_TIME = '/proc/self/schedstat';

/** Milliseconds that the main thread has run so far; null if the system does not tell it. */
export function readRunTime(): number | null {
  return existsSync(RUN_TIME) ? Number(readFileSync(RUN_TIME, 'utf8').split(' ', 1)[0]) / 1e6 : null;
}

/** Looks at the clock, and at the main thread's own time, all the while; the function that is returned ends it and tells. */
export function watchLoop(): () => LongestHold {
  const isTold = readRunTime() !== null;
  const readOwn = (): number => readRunTime() ?? 0;
  let clock = 0;
  let own = 0;
  let last = { clock: performance.now(), own: readOwn() };
  const timer = setInterval(() => {
    const now = { clock: performance.now(), own: readOwn() };
    clock = Math.max(clock, now.clock - last.clock - LOOK);
    own = Math.max(own, now.own - last.own);
    last = now;
  }, LOOK);
  return () => {
    clearInterval(timer);
    return { clock, own: isTold ? own : null };
  };
}
