import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EngineRun,
  engineRunSchema,
  type LibraryRun,
  libraryRunSchema,
  type Memory,
} from './library-run.js';
import { makeLibrary } from './make-library.js';
import type { Spell, Spells, Times } from './measure.js';
import { runChild } from './run-child.js';

/** Mebibytes for the objects of the other engines, which need more than Node gives by itself. */
const ENGINE_MEMORY = 6_000;

const ENGINES = ['minisearch', 'flexsearch', 'orama'];

/** Prints what libraries of so many passages cost: to open, in memory, to ask; and what other engines, as they come, take for the same passages. */
export async function benchLibrary(sizes: readonly number[], isCompared: boolean): Promise<void> {
  for (const passages of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
    try {
      const { files, questions } = makeLibrary(passages);
      mkdirSync(join(folder, 'seeds'));
      for (const { name, text } of files) writeFileSync(join(folder, 'seeds', name), text);
      writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
      const answered = questions.filter(({ answer }) => answer !== null).length;
      console.log(
        `\n${passages} passages in ${files.length} articles, ${questions.length} questions, ${answered} with an answer there`,
      );
      await benchFootnote(folder);
      if (isCompared)
        for (const name of ENGINES)
          print(
            name,
            engineRunSchema.parse(await runChild('engine-child.js', [folder, name], ENGINE_MEMORY)),
          );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

/** Three starts: on nothing, on what the first has kept, and on what was read for questions by then. */
async function benchFootnote(folder: string): Promise<void> {
  const first = libraryRunSchema.parse(await runChild('library-child.js', [folder]));
  printSpell('ready, first start', first.ready);
  printSpell('  kept behind it', first.saving);
  for (const start of ['second', 'third']) {
    const run = libraryRunSchema.parse(await runChild('library-child.js', [folder, 'asked']));
    line('models, before that', run.models, '');
    printSpell(`ready, ${start} start`, run.ready);
    printMemory('memory', run.memory);
    if (run.asked !== null) printAsked(run.asked);
  }
}

function printAsked(asked: NonNullable<LibraryRun['asked']>): void {
  printTimes('/ask before reading (finder)', asked.finder, `recall ${recall(asked.ranks)}`);
  for (const name of ['search', 'who', 'complete'] as const)
    for (const [i, spells] of asked[name].entries()) printTimes(`${NAMES[name]}${TIMES[i] ?? ''}`, spells);
  const { same, of } = asked.sameFirst;
  console.log(`  ${'/search: same first ten as of all'.padEnd(34)}for ${same} of ${of} questions`);
  console.log(
    `  ${'event loop held by these, longest'.padEnd(34)}${round(asked.held)} ms   a collection of garbage took ${round(asked.collected)} ms at the longest`,
  );
  printMemory('memory behind it', asked.memory, `, ${round(asked.most)} at the most while it was asked`);
  for (const [i, spell] of asked.reload.entries())
    printSpell(`reload of one changed file${TIMES[i] ?? ''}`, spell);
}

const NAMES = { search: '/search', who: '/who', complete: 'autocomplete' };

/** The first time articles are read for it, if none have been before a restart; the second time they were. */
const TIMES = ['', ', again'];

function printMemory(what: string, { heap, buffers, rss }: Memory, more = ''): void {
  console.log(
    `  ${what.padEnd(34)}${round(heap)} MiB of objects, ${round(buffers)} of buffers, ${round(rss)} resident${more}`,
  );
}

function print(name: string, { ready, memory, find, ranks }: EngineRun): void {
  line(`${name}: ready`, ready.taken, `${round(memory.heap + memory.buffers)} MiB`);
  printTimes(`${name}: a question`, find, `recall ${recall(ranks)}`);
}

function printSpell(what: string, { taken, processor, held }: Spell): void {
  line(what, taken, `${round(processor)} ms of processor, event loop held ${round(held)} ms`);
}

function line(what: string, milliseconds: number, more: string): void {
  console.log(`  ${what.padEnd(34)}${round(milliseconds)} ms   ${more}`);
}

/** By the clock and, if the system tells it, of the main thread, to a millisecond or so: a busy machine makes the clock say anything. */
function printTimes(what: string, { clock, own }: Spells, more = ''): void {
  const show = ({ p50, p95, p99 }: Times): string =>
    `p50 ${fine(p50)}  p95 ${fine(p95)}  p99 ${fine(p99)} ms`;
  const ofOwn = own === null ? '' : `   main thread ${show(own)}`;
  console.log(`  ${what.padEnd(34)}${show(clock)}${ofOwn}   ${more}`);
}

/** How often the passage with the answer is first, and among the first ten. */
function recall(ranks: readonly number[]): string {
  if (ranks.length === 0) return 'not measured';
  const share = (most: number): string =>
    (ranks.filter((rank) => rank !== -1 && rank < most).length / ranks.length).toFixed(3);
  return `at 1 ${share(1)}, at 10 ${share(10)}`;
}

function round(value: number): string {
  return value.toFixed(0).padStart(6);
}

function fine(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0).padStart(6);
}
