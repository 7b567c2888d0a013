import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { ARTICLE_FUZZERS } from './article-kinds.js';
import { SERVICE_FUZZERS } from './service-kinds.js';
import { WORD_FUZZERS } from './word-kinds.js';

/*
 * Draws hostile inputs of one kind, in a thread of its own: an input that is never done holds it, and whoever started it can say so.
 */

/** Milliseconds of the processor that an input below this size, in bytes, may take. */
const LONGEST = 1_000;
const SMALL = 8 * 1024;

/** Inputs drawn by one seed, so that each is soon had again. */
const ROUND = 2_000;

const { name, runs, first, progress } = z
  .object({
    name: z.string(),
    runs: z.number(),
    first: z.number(),
    progress: z.instanceof(SharedArrayBuffer),
  })
  .parse(workerData);
const fuzzer = [...ARTICLE_FUZZERS, ...WORD_FUZZERS, ...SERVICE_FUZZERS].find((one) => one.name === name);
if (fuzzer === undefined) throw new Error(`There is no kind “${name}”.`);

const told = new Int32Array(progress);
let slowest = { milliseconds: 0, shown: '' };
let done = 0;
for (let seed = first; done < runs; seed += 1) {
  const count = Math.min(ROUND, runs - done);
  Atomics.store(told, 0, seed);
  const failure = await fuzzer.run({
    runs: count,
    seed,
    onTime(milliseconds, size, shown) {
      Atomics.add(told, 1, 1);
      if (size < SMALL && milliseconds > slowest.milliseconds) slowest = { milliseconds, shown: shown() };
    },
  });
  done += count;
  if (failure === null) continue;
  console.log(`${name}, --seed ${seed}: ${failure}`);
  process.exitCode = 1;
  break;
}
console.log(
  `${name}: ${done} inputs from --seed ${first} on; the slowest took ${slowest.milliseconds.toFixed(0)} ms of the processor`,
);
if (slowest.milliseconds > LONGEST) {
  console.log(`  ${slowest.shown.slice(0, 300)}`);
  process.exitCode = 1;
}
process.exit();
