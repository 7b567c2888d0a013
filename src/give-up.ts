import { createContext, Script } from 'node:vm';

/** What came of work that had its time. */
export type Timed<Result> = { readonly isDone: true; readonly result: Result } | { readonly isDone: false };

const CALL = new Script('work()');

/**
 * Does work that must not hold up everything else, and gives up after some milliseconds, or where it calls itself too
 * deep. The work must be pure: it may be cut off between any two steps, without its `finally` blocks. A module that is
 * loaded lazily in it may stay half loaded: load such modules before.
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
  return isLate || isStackOverflow(error);
}

/** Whether an error says that a function called itself too deep; one of another context, whose classes are others, does too. */
export function isStackOverflow(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('name' in error) || !('message' in error))
    return false;
  return error.name === 'RangeError' && /call stack/iu.test(String(error.message));
}
