import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * By how many hundredths of what is alive objects may grow before garbage is collected. Left to itself the engine waits until there are two to four times as many, as it takes a machine for its own;
 * this takes some hundredths more of the processor.
 */
const GROWTH = 30;

/** Has garbage collected while there is little of it, in this thread and in those that are started behind it. Once for a program, at its beginning. */
export function boundMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/**
 * Collects garbage now: before its first collection the engine lets hundreds of mebibytes lie, whatever the growth. It holds the thread for some ten milliseconds, so it is for where nobody
 * waits yet.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
