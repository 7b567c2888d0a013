import { PerformanceObserver, performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readRunTime, watchLoop } from '../loop-watch.js';

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

/** What several runs took by the clock, and of the main thread, in which everybody waits; null if the system does not tell it. */
export interface Spells {
  readonly clock: Times;
  readonly own: Times | null;
}

/** Does something with each thing, one after the other, and times it. */
export async function timeEach<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => unknown,
): Promise<Spells> {
  const [clock, own]: [number[], number[]] = [[], []];
  for (const thing of things) {
    const [started, ran] = [performance.now(), readRunTime()];
    await work(thing);
    clock.push(performance.now() - started);
    if (ran !== null) own.push((readRunTime() ?? ran) - ran);
    await setImmediate();
  }
  return { clock: toTimes(clock), own: own.length === 0 ? null : toTimes(own) };
}

/** What one thing took, in milliseconds. */
export interface Spell {
  /** By the clock. */
  readonly taken: number;
  /** Of the processor, with all threads of this process. */
  readonly processor: number;
  /** For how long the event loop was held at the longest by its own work; by the clock if the system does not tell it. */
  readonly held: number;
  /** The longest collection of garbage by the clock, which holds it as well. */
  readonly collected: number;
}

/** Does something, tells what it took, and what came of it. */
export async function timeHold<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly spell: Spell }> {
  const endWatch = watchLoop();
  let collected = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collected = Math.max(collected, duration);
  });
  observer.observe({ entryTypes: ['gc'] });
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const taken = performance.now() - started;
  const { own, clock } = endWatch();
  observer.disconnect();
  return { result, spell: { taken, processor: (user + system) / 1000, held: own ?? clock, collected } };
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
