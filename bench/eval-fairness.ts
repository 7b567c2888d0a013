import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { completeSource } from '../src/answer/complete.js';
import { openFootnote } from '../src/app/compose.js';
import { commands } from '../src/app/registry.js';
import type { GivenOptions } from '../src/bot/option.js';
import type { Place } from '../src/bot/place.js';
import { inTurns } from '../src/discord/pace/in-turn.js';
import { actFor, ownerOf } from '../src/scheduling/whose-work.js';
import type { StoredSource } from '../src/store/sources.js';
import { makeText } from './eval-stalls.js';
import { watchLoop } from './loop-watch.js';
import { openFileStore, openThreads } from './open-parts.js';

/** Milliseconds for which each attack is watched, and between two questions in the other server. */
const WATCHED = 20_000;
const PAUSE = 500;

/** The attack of one server: its sources, and what its members do over and over. */
interface Attack {
  readonly what: string;
  readonly sources: readonly (readonly [ending: 'txt' | 'md', text: string])[];
  readonly command: string;
  readonly options: GivenOptions;
}

/** A text whose links never close: it takes its parser longer than anybody waits. */
const SLOW = '[a]('.repeat(60_000);

const ATTACKS: readonly Attack[] = [
  {
    what: '100 articles of 250,000 characters, asked by four members',
    sources: Array.from({ length: 100 }, (_, i) => ['txt', makeText(i, 250_000)] as const),
    command: 'who',
    options: { name: 'Ingrid Solberg' },
  },
  {
    what: '200 titles of 240,000 characters',
    sources: Array.from(
      { length: 200 },
      (_, i) => ['md', `# ${`${i} x`.padEnd(240_000, ' word')}\n\nText ${i}.`] as const,
    ),
    command: 'sources',
    options: {},
  },
  {
    what: '14 slow files',
    sources: Array.from({ length: 14 }, (_, i) => ['md', `${SLOW}${i}`] as const),
    command: 'ask',
    options: { question: 'Who opened the bridge?' },
  },
];

/** Prints how long /ask and /help wait at the longest in another server while one does its worst (`--servers N`: several do), and for how long the event loop is held. */
export async function evaluateFairness(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { servers: { type: 'string', default: '1' } } });
  const attackers = Array.from({ length: Number(values.servers) }, (_, i) => `attacker-${i}`);
  for (const attack of ATTACKS) await watch(attack, attackers);
}

async function watch(
  { what, sources, command, options }: Attack,
  attackers: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-fairness-'));
  const store = await openFileStore(join(folder, 'own.db'));
  const limits = { count: 1_000, bytes: 1_000_000_000 };
  for (const server of attackers) {
    for (const [i, [ending, text]] of sources.entries())
      await store.sources.put(makeSource(server, i, ending, text), limits);
  }
  await store.sources.put(makeSource('2', 0, 'txt', makeText(7, 8_000)), limits);
  const reader = openThreads();
  const own = { store, limits, pages: null, graceDays: 30 };
  const footnote = await openFootnote({ seedsDir: null, own, reader });
  const turned = inTurns(commands);
  const run = async (guildId: string, userId: string, name: string, given: GivenOptions): Promise<void> => {
    const place: Place = { guildId, userId, isModerator: false, isOperator: false, language: 'en' };
    const context = await actFor(ownerOf(place), () => footnote.contextAt(place));
    if (name === 'sources') actFor(ownerOf(place), () => completeSource('wo', context));
    await turned.find((known) => known.name === name)?.execute(given, context);
  };
  // The other server has been used before, as servers have.
  await run('2', '20', 'ask', { question: 'Who opened the bridge?' });
  await run('2', '20', 'help', {});
  let isOver = false;
  const attacking = attackers.flatMap((server) =>
    ['10', '11', '12', '13'].map(async (member) => {
      while (!isOver) await run(server, member, command, options);
    }),
  );
  const endWatch = watchLoop();
  const waits = { ask: 0, help: 0 };
  const end = performance.now() + WATCHED;
  while (performance.now() < end) {
    for (const name of ['ask', 'help'] as const) {
      const started = performance.now();
      await run('2', '20', name, name === 'ask' ? { question: 'How much did the fire cost?' } : {});
      waits[name] = Math.max(waits[name], performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  const held = endWatch();
  isOver = true;
  console.log(
    `${attackers.length} × ${what}: elsewhere /ask waited ${(waits.ask / 1000).toFixed(2)} s at most, /help ${(waits.help / 1000).toFixed(2)} s; the event loop was held for ${held.clock.toFixed(0)} ms at most${held.own === null ? '' : `, ${held.own.toFixed(0)} ms by its own work`}`,
  );
  await reader.close();
  await Promise.allSettled(attacking);
  await store.close();
  rmSync(folder, { recursive: true });
}

function makeSource(guildId: string, number: number, ending: 'txt' | 'md', text: string): StoredSource {
  const bytes = new TextEncoder().encode(text);
  return {
    guildId,
    name: `source-${number}`,
    title: `Source ${number}`,
    ending,
    bytes,
    size: bytes.byteLength,
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: '9',
    addedAt: new Date(0),
    feed: null,
  };
}
