import { parseArgs } from 'node:util';
import { ARTICLE_FUZZERS } from './fuzz/article-kinds.js';
import { SERVICE_FUZZERS } from './fuzz/service-kinds.js';
import { WORD_FUZZERS } from './fuzz/word-kinds.js';

/*
 * npm run fuzz [-- --runs N] [--kind NAME] [--seed N]     hostile inputs of every kind, or of one
 *
 * Prints the seed of each kind, and of what does not hold the smallest input; the exit code is 1 then. An input of less than 8 KB that takes the
 * processor more than a second is told as well. 1,000,000 inputs take a night.
 */

/** All kinds of hostile inputs. */
const FUZZERS = [...ARTICLE_FUZZERS, ...WORD_FUZZERS, ...SERVICE_FUZZERS];

/** Milliseconds of the processor that an input below this size, in bytes, may take. */
const LONGEST = 1_000;
const SMALL = 8 * 1024;

/** Inputs of all kinds together, where nobody says how many. */
const DEFAULT_RUNS = 11_000;

/** Inputs drawn by one seed, so that each is soon had again. */
const ROUND = 2_000;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, kind: { type: 'string' }, seed: { type: 'string' } },
});
const wanted = FUZZERS.filter(({ name }) => values.kind === undefined || name === values.kind);
if (wanted.length === 0) {
  console.error(
    `There is no kind “${values.kind}”; there are ${FUZZERS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const runs = Math.ceil(Number(values.runs ?? DEFAULT_RUNS) / wanted.length);
const first = Number(values.seed ?? Date.now() % 2 ** 31);
for (const { name, run } of wanted) {
  let slowest = { milliseconds: 0, shown: '' };
  let done = 0;
  for (let seed = first; done < runs; seed += 1) {
    const count = Math.min(ROUND, runs - done);
    const failure = await run({
      runs: count,
      seed,
      onTime(milliseconds, size, shown) {
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
}
process.exit();
