import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFootnote } from '../src/app/compose.js';
import { commands } from '../src/app/registry.js';
import type { FormValues } from '../src/bot/command.js';
import type { GivenOptions } from '../src/bot/option.js';
import { assetPath } from '../src/files/assets.js';
import { loadAnalysisModels } from '../src/reading/load-analysis-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import type { StoredSource } from '../src/store/sources.js';
import { type LongestHold, watchLoop } from './loop-watch.js';
import { openFileStore, openThreads } from './open-parts.js';

/** What is read: the longest text that a moderator may give, a server's sources, and articles that all servers share. */
const LONGEST = 250_000;
const SOURCES = { count: 50, length: 20_000 };
const SHARED = { count: 200, length: 6_000 };

/** Rounds, of whose longest holds the shortest counts: others share the machine, and hold it up too. */
const ROUNDS = 3;

/** How long something took, and for how long the event loop was held at the longest, in milliseconds. */
interface Hold {
  readonly taken: number;
  readonly held: LongestHold;
}

/**
 * Prints how long the event loop is held at the longest, in which time nobody else is answered, while articles are read.
 * `--in-place` reads without threads.
 */
export async function evaluateStalls(words: readonly string[]): Promise<void> {
  const holds = new Map<string, Hold[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [what, hold] of await runRound(words.includes('--in-place')))
      holds.set(what, [...(holds.get(what) ?? []), hold]);
  }
  for (const [what, rounds] of holds) {
    const clock = Math.min(...rounds.map(({ held }) => held.clock));
    const own = Math.min(...rounds.map(({ held }) => held.own ?? held.clock));
    const seconds = Math.min(...rounds.map(({ taken }) => taken)) / 1000;
    console.log(
      `${what}: ${seconds.toFixed(1)} s, the event loop held for ${clock.toFixed(0)} ms at most, ${own.toFixed(0)} ms by its own work`,
    );
  }
}

async function runRound(isInPlace: boolean): Promise<[string, Hold][]> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-stalls-'));
  const seedsDir = writeShared(join(folder, 'seeds'));
  const store = await openFileStore(join(folder, 'own.db'));
  const reader = isInPlace ? readInPlace(loadAnalysisModels()) : openThreads();
  const own = { store, limits: { count: 1_000, bytes: 100_000_000 }, pages: null, graceDays: 30 };
  const footnote = await openFootnote({ seedsDir, own, reader });
  const run = async (
    guildId: string,
    name: string,
    options: GivenOptions,
    form: FormValues | null = null,
  ) => {
    const place = { guildId, userId: '9', isModerator: true, isOperator: true, language: 'en' } as const;
    const command = commands.find((known) => known.name === name);
    if (command === undefined) throw new Error(`There is no command /${name}.`);
    const context = await footnote.contextAt(place);
    return command.execute(options, { ...context, form });
  };
  const give = async (guildId: string, name: string, text: string): Promise<void> => {
    const file = { name, bytes: new TextEncoder().encode(text) };
    const preview = await run(guildId, 'source add', {}, { texts: {}, files: { file } });
    const draft = preview.kind === 'notice' ? preview.actions?.[0]?.options.draft : undefined;
    if (draft === undefined) throw new Error(`There is no preview of ${name}: ${JSON.stringify(preview)}`);
    await run(guildId, 'source confirm', { draft });
  };
  await run('1', 'ask', { question: 'Who opened the bridge?' });
  const holds: [string, Hold][] = [];
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    holds.push([what, await measureHold(work)]);
  };
  await measure('nothing at all, to compare', () => new Promise((resolve) => setTimeout(resolve, 5_000)));
  await measure(`the first /who over ${SHARED.count} shared articles`, () =>
    run('1', 'who', { name: 'Ingrid Solberg' }),
  );
  await measure('the same again', () => run('1', 'who', { name: 'Ingrid Solberg' }));
  await measure('the first /facts on a topic of theirs', () => run('1', 'facts', { topic: 'the fire' }));
  await measure('a text of 250,000 characters is added by a moderator', () =>
    give('2', 'long.txt', makeText(0, LONGEST)),
  );
  const source = 'server:long';
  await measure('the first /ask about it', () =>
    run('2', 'ask', { question: 'How much did the fire cost?', source }),
  );
  await measure('the first /who about it', () => run('2', 'who', { name: 'Ingrid Solberg', source }));
  await measure('the first /quote about it', () => run('2', 'quote', { topic: 'the fire', source }));
  for (let i = 0; i < SOURCES.count; i += 1) await store.sources.put(makeSource(i), own.limits);
  await measure(`a server of ${SOURCES.count} sources of ${SOURCES.length} characters is read again`, () =>
    run('3', 'reload', { which: 'server' }),
  );
  await reader.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return holds;
}

/** Milliseconds for which the loop is watched behind the work, so that a hold at its end is seen. */
const AFTER = 20;

/** Runs work, looking at the clock all the while. */
async function measureHold(work: () => Promise<unknown>): Promise<Hold> {
  const endWatch = watchLoop();
  const started = performance.now();
  await work();
  const taken = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  return { taken, held: endWatch() };
}

/** Texts of the fixtures one after the other from the given one on, cut to a length; each number gives another text. */
export function makeText(number: number, length: number): string {
  const folder = assetPath('test/fixtures');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'article.txt')));
  const texts = names.map((name) => readFileSync(join(folder, name, 'article.txt'), 'utf8'));
  let text = `This is article number ${number}.`;
  for (let i = number; text.length < length; i += 1) text += `\n\n${texts[i % texts.length]}`;
  return text.slice(0, length);
}

function writeShared(folder: string): string {
  mkdirSync(folder);
  for (let i = 0; i < SHARED.count; i += 1)
    writeFileSync(join(folder, `article-${i}.txt`), makeText(i, SHARED.length));
  return folder;
}

function makeSource(number: number): StoredSource {
  const bytes = new TextEncoder().encode(makeText(number, SOURCES.length));
  return {
    guildId: '3',
    name: `source-${number}`,
    title: `Source ${number}`,
    ending: 'txt',
    bytes,
    size: bytes.byteLength,
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: '9',
    addedAt: new Date(0),
    feed: null,
  };
}
