import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { completeName, completeSource } from '../../src/answer/complete.js';
import { openFootnote } from '../../src/app/compose.js';
import { commands } from '../../src/app/registry.js';
import { textAt } from '../../src/article/article.js';
import { MEASURES } from '../../src/discord/limits.js';
import { openKeptFolder } from '../../src/files/kept-folder.js';
import { programFingerprint } from '../../src/files/program-fingerprint.js';
import { tokenize } from '../../src/language/annotation.js';
import type { LibraryShelf } from '../../src/library/library-shelf.js';
import { keepLibrary } from '../../src/reading/keep-library.js';
import { openKeptAnalyses } from '../../src/reading/kept-analyses.js';
import { boundMemory } from '../../src/scheduling/bound-memory.js';
import { actFor } from '../../src/scheduling/whose-work.js';
import { findWindows } from '../../src/search/find-windows.js';
import { openThreads } from '../open-parts.js';
import { type LibraryRun, questionsSchema } from './library-run.js';
import { readMemory, timeEach, timeHold } from './measure.js';
import { countSameFirstTen } from './same-first-ten.js';

// Opens Footnote on a folder that `bench/speed/bench-library` has filled, and prints what it took as JSON.
boundMemory();
const [folder = '', isAsked = ''] = process.argv.slice(2);
const seedsDir = join(folder, 'seeds');
const questions = questionsSchema.parse(JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')));

/** Passages among which the one with the answer is looked for. */
const DEEPEST = 10;

/** Milliseconds between two looks at the memory. */
const LOOK = 200;

/** What members type of a name before they choose. */
const TYPED = ['Ame', 'Willi', 'New Y', 'John', 'Pres', 'Lond', 'chur', 'univ', 'Smi', 'war', 'Qu', 'the'];

/** In whose name the bot works for them, and so what does not wait for whom. */
const MEMBER = { server: 'harbour', person: 'mira' };
const OPERATOR = { server: 'workshop', person: 'oskar' };

const how = {
  fingerprint: programFingerprint,
  onTrouble: (error: unknown) => {
    throw error;
  },
};
const kept = openKeptAnalyses({ folder: openKeptFolder(join(folder, 'kept', 'readings')), ...how });
const reader = openThreads({ kept });
const shelf = keepLibrary({ folder: openKeptFolder(join(folder, 'kept')), ...how });
let lastSave: Promise<void> = Promise.resolve();
const watchedShelf: LibraryShelf = {
  ...shelf,
  save(library) {
    lastSave = shelf.save(library);
    return lastSave;
  },
};
/** Resolves once what is served is kept: one saving may wait for another. */
async function untilKept(): Promise<void> {
  for (const _ of ['the last', 'the one behind it']) {
    await setImmediate();
    await lastSave;
  }
}

const startedModels = performance.now();
tokenize('', 'en');
const models = performance.now() - startedModels;
const opened = await timeHold(() => openFootnote({ seedsDir, reader, shelf: watchedShelf }));
const footnote = opened.result;
const corpus = () => footnote.context().corpus;
const saving = await timeHold(untilKept);

const run: LibraryRun = {
  models,
  ready: opened.spell,
  saving: saving.spell,
  memory: readMemory(),
  asked: null,
};
process.stdout.write(`${JSON.stringify(isAsked === 'asked' ? { ...run, asked: await ask() } : run)}\n`);
await reader.close();
process.exit();

async function ask(): Promise<NonNullable<LibraryRun['asked']>> {
  const execute = async (name: string, options: Readonly<Record<string, string>>): Promise<void> => {
    const command = commands.find((one) => one.name === name);
    const asks = () => command?.execute(options, { ...footnote.context(), shown: MEASURES.excerptsOnPage });
    await actFor(MEMBER, asks);
  };
  const texts = questions.map(({ text }) => text);
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK);
  /** The same twice: articles that are asked about for the first time are read for it. */
  const twice = async <Thing>(things: readonly Thing[], work: (thing: Thing) => unknown) => [
    await timeEach(things, work),
    await timeEach(things, work),
  ];
  const watched = await timeHold(async () => {
    const finder = await timeEach(texts, (text) => findWindows(corpus().index, text, { limit: DEEPEST }));
    const search = await twice(texts, (words) => execute('search', { words }));
    const names = texts.flatMap((text) => text.match(/(?<!^)\b[A-Z]\w+ [A-Z]\w+/u) ?? []).slice(0, 15);
    const who = await twice(names, (name) => execute('who', { name }));
    const context = { corpus: corpus() };
    const complete = await twice([...TYPED, ...TYPED, ...TYPED], (typed) =>
      actFor(MEMBER, async () => [completeSource(typed, context), await completeName(typed, context)]),
    );
    return { finder, search, who, complete };
  });
  const ranks = questions.flatMap(({ text, answer }) => {
    if (answer === null) return [];
    const found = corpus().index.findPassages(text, { limit: DEEPEST });
    return [
      found.findIndex(
        ({ article, passage }) =>
          article.id === answer.file && textAt(article, passage).replace(/\s+/gu, ' ').includes(answer.words),
      ),
    ];
  });
  const [first = ''] = corpus().articles.map(({ id }) => id);
  const path = join(seedsDir, `${first}.txt`);
  const text = readFileSync(path, 'utf8');
  const changed = `${text}\nThe zeppelin of Quillhaven landed at noon.\n`;
  const reload: LibraryRun['ready'][] = [];
  const reloadShared = () => footnote.context().reload('shared', () => undefined);
  for (const content of [changed, text]) {
    writeFileSync(path, content);
    reload.push((await timeHold(() => actFor(OPERATOR, reloadShared))).spell);
  }
  await untilKept();
  clearInterval(look);
  const memory = readMemory();
  return {
    ...watched.result,
    held: watched.spell.held,
    collected: watched.spell.collected,
    ranks,
    reload,
    most: most / 1024 ** 2,
    memory,
    sameFirst: await countSameFirstTen(corpus(), texts),
  };
}
