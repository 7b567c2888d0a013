import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What several runs of one thing took, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The nearest-rank percentiles of times. */
export function toTimes(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Does something with each thing, one after the other, and times it. */
export async function timeEach<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => unknown,
): Promise<Times> {
  const milliseconds: number[] = [];
  for (const thing of things) {
    const started = performance.now();
    await work(thing);
    milliseconds.push(performance.now() - started);
    await setImmediate();
  }
  return toTimes(milliseconds);
}

/** Milliseconds that the event loop was held at the longest while something was done, and what came of it. */
export async function watchLoop<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly taken: number; readonly held: number }> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  monitor.enable();
  const result = await work();
  const taken = performance.now() - started;
  monitor.disable();
  return { result, taken, held: monitor.max / 1e6 };
}

/** Mebibytes of live objects, of buffers beside them, and of the whole process, after what is not needed was let go of. */
export function readMemory(): { readonly heap: number; readonly buffers: number; readonly rss: number } {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let i = 0; i < 3; i += 1) if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: toMebibytes(heapUsed), buffers: toMebibytes(arrayBuffers), rss: toMebibytes(rss) };
}

function toMebibytes(bytes: number): number {
  return bytes / 1024 ** 2;
}
