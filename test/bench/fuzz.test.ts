import { expect, it } from 'vitest';
import { ARTICLE_FUZZERS } from '../../bench/fuzz/article-kinds.js';
import { SERVICE_FUZZERS } from '../../bench/fuzz/service-kinds.js';
import { WORD_FUZZERS } from '../../bench/fuzz/word-kinds.js';

/** Inputs of each kind: as many as take a second or so. `npm run fuzz` takes as many as it is told. */
const RUNS = [
  ...ARTICLE_FUZZERS.map((fuzzer) => [fuzzer.name, fuzzer, 60] as const),
  ...WORD_FUZZERS.map((fuzzer) => [fuzzer.name, fuzzer, 1_000] as const),
  // A question is put to a whole bot.
  ...SERVICE_FUZZERS.map((fuzzer) => [fuzzer.name, fuzzer, fuzzer.name === 'questions' ? 50 : 200] as const),
];

/** The same inputs at each run: `npm run fuzz` draws others, and what it finds becomes a test of its own. */
const seed = 8;

it.each(RUNS)(
  'hostile inputs of the kind %s take nothing down, and no span is wrong',
  async (name, fuzzer, runs) => {
    const failure = await fuzzer.run({ runs, seed });
    expect(failure, `npm run fuzz -- --kind ${name} --seed ${seed} --runs ${runs}`).toBe(null);
  },
);
