import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ARTICLE_FUZZERS } from './fuzz/article-kinds.js';
import { SERVICE_FUZZERS } from './fuzz/service-kinds.js';
import { WORD_FUZZERS } from './fuzz/word-kinds.js';

/*
 * npm run fuzz [-- --runs N] [--kind NAME] [--seed N]     hostile inputs of every kind, or of one
 *
 * Prints the seed of each kind, and of what does not hold the smallest input; the exit code is 1 then. An input of less than 8 KB that takes the
 * processor more than a second is told as well, and one that is never done. 1,000,000 inputs take a night.
 */

const NAMES = [...ARTICLE_FUZZERS, ...WORD_FUZZERS, ...SERVICE_FUZZERS].map(({ name }) => name);

/** Inputs of all kinds together, if nobody says how many. */
const DEFAULT_RUNS = 11_000;

/** How often it is looked how far a kind is, and how long it may stay there, in milliseconds: no input takes a tenth of it. */
const LOOK_EVERY = 1_000;
const STALLED = 120_000;

/** Draws the inputs of one kind; resolves with whether all of them held. */
async function draw(name: string, runs: number, first: number): Promise<boolean> {
  const progress = new SharedArrayBuffer(8);
  const told = new Int32Array(progress);
  const worker = new Worker(new URL('fuzz/run-kind.js', import.meta.url), {
    workerData: { name, runs, first, progress },
  });
  let [last, since] = [-1, Date.now()];
  const timer = setInterval(() => {
    const now = Atomics.load(told, 1);
    if (now !== last) [last, since] = [now, Date.now()];
    if (Date.now() - since < STALLED) return;
    console.log(
      `${name}, --seed ${Atomics.load(told, 0)}: what comes after ${now} inputs in all is not done within ${STALLED / 1000} s`,
    );
    void worker.terminate();
  }, LOOK_EVERY);
  try {
    const [code] = await once(worker, 'exit');
    return code === 0;
  } finally {
    clearInterval(timer);
  }
}

function readWords(): { readonly names: readonly string[]; readonly runs: number; readonly first: number } {
  const options = { runs: { type: 'string' }, kind: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const names = NAMES.filter((name) => values.kind === undefined || name === values.kind);
  if (names.length === 0)
    throw new Error(`There is no kind “${values.kind}”; there are ${NAMES.join(', ')}.`);
  const [runs, first] = [Number(values.runs ?? DEFAULT_RUNS), Number(values.seed ?? Date.now() % 2 ** 31)];
  if (!Number.isSafeInteger(runs) || runs < 1)
    throw new Error(`--runs ${values.runs} is no number of inputs.`);
  if (!Number.isSafeInteger(first) || first < 0) throw new Error(`--seed ${values.seed} is no seed.`);
  return { names, runs: Math.ceil(runs / names.length), first };
}

async function main(): Promise<void> {
  const { names, runs, first } = readWords();
  for (const name of names) if (!(await draw(name, runs, first))) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
