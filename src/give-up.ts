import { createContext, Script } from 'node:vm';

/** What came of work that had its time. */
export type Timed<Result> = { readonly isDone: true; readonly result: Result } | { readonly isDone: false };

const CALL = new Script('work()');

/**
 * Does work that must not hold up everything else, and gives up after some milliseconds, or where it calls itself too
 * deep. The work must be pure: it may be cut off between any two steps.
 */
export function workWithin<Result>(milliseconds: number, work: () => Result): Timed<Result> {
  let done: Timed<Result> = { isDone: false };
  const context = createContext({
    work: () => {
      done = { isDone: true, result: work() };
    },
  });
  try {
    CALL.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if (!isGivenUp(error)) throw error;
  }
  return done;
}

/** By what they say of themselves: what is thrown in there is made by other constructors than ours. */
function isGivenUp(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const isLate = 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  return isLate || ('name' in error && error.name === 'RangeError');
}
