import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openFootnote } from '../../src/app/compose.js';
import { commands } from '../../src/app/registry.js';
import type { Place } from '../../src/bot/place.js';
import { MEASURES } from '../../src/discord/limits.js';
import { inTurns } from '../../src/discord/pace/in-turn.js';
import { programFingerprint } from '../../src/files/program-fingerprint.js';
import type { LibraryShelf } from '../../src/library/library-shelf.js';
import { keepReadings } from '../../src/reading/keep-readings.js';
import { keepSources } from '../../src/reading/keep-sources.js';
import { actFor, ownerOf } from '../../src/scheduling/whose-work.js';
import type { Store } from '../../src/store/store.js';
import { makeText } from '../eval-stalls.js';
import { openFileStore, openThreads } from '../open-parts.js';
import { timeHold, toTimes } from './measure.js';

/** UTF-16 code units of each article. */
const LENGTH = 6_000;

/** What Discord shows of a reply before somebody turns its pages. */
const FIRST_PAGE = { shown: MEASURES.excerptsOnPage };

const LIMITS = { count: 1_000, bytes: 1_000_000_000 };

/** Prints how long the members of servers wait for /search, /ask and /who when all ask at once after a start, each server with so many articles of its own; first when nothing was made of them yet, and after a second start. */
export async function benchLoad(articles: number, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-load-'));
  const store = await openFileStore(join(folder, 'own.db'));
  const servers = Array.from({ length: count }, (_, number) => `server-${number}`);
  for (const [number, guildId] of servers.entries()) {
    for (let i = 0; i < articles; i += 1)
      await store.sources.put(makeSource(guildId, i, makeText(number * articles + i, LENGTH)), LIMITS);
  }
  for (const start of ['first', 'second']) {
    console.log(
      `\n${count} servers with ${articles} articles each, all asked at once after the ${start} start`,
    );
    await benchStart(store, servers);
  }
  await store.close();
  rmSync(folder, { recursive: true });
}

async function benchStart(store: Store, servers: readonly string[]): Promise<void> {
  const kept = keepReadings({
    store,
    fingerprint: programFingerprint,
    mostBytes: LIMITS.bytes,
    onTrouble: (error) => {
      throw error;
    },
  });
  const reader = openThreads({ kept });
  const saves: Promise<void>[] = [];
  const shelves = keepSources({
    store,
    fingerprint: programFingerprint,
    mostBytes: LIMITS.bytes,
    onTrouble: (error) => {
      throw error;
    },
  });
  const shelfOf = (guildId: string): LibraryShelf => {
    const shelf = shelves(guildId);
    return {
      ...shelf,
      save(kept) {
        const saved = shelf.save(kept);
        saves.push(saved);
        return saved;
      },
    };
  };
  const own = { store, limits: LIMITS, pages: null, graceDays: 30, shelfOf };
  const footnote = await openFootnote({ seedsDir: null, own, reader });
  const turned = inTurns(commands);
  const ask = async (guildId: string, name: string, options: Readonly<Record<string, string>>) => {
    const started = performance.now();
    const place: Place = { guildId, userId: guildId, isModerator: false, isOperator: false, language: 'en' };
    const context = await actFor(ownerOf(place), () => footnote.contextAt(place, () => FIRST_PAGE));
    await turned.find((known) => known.name === name)?.execute(options, context);
    return performance.now() - started;
  };
  for (const [name, options] of [
    ['search', { words: 'harbour fire' }],
    ['ask', { question: 'How much did the fire cost?' }],
    ['who', { name: 'Ingrid Solberg' }],
  ] as const) {
    const {
      result,
      spell: { held, collected, processor },
    } = await timeHold(() => Promise.all(servers.map((guildId) => ask(guildId, name, options))));
    const { p50 } = toTimes(result);
    const last = Math.max(...result);
    console.log(
      `  /${name}`.padEnd(12) +
        `half wait ${(p50 / 1000).toFixed(2)} s or less, the last ${(last / 1000).toFixed(2)} s; ${(processor / 1000).toFixed(2)} s of processor; ` +
        `event loop held ${held.toFixed(0)} ms, a collection of garbage ${collected.toFixed(0)}`,
    );
  }
  await Promise.all(saves);
  await reader.close();
  await kept.close();
}

function makeSource(guildId: string, number: number, text: string) {
  return {
    guildId,
    name: `source-${number}`,
    title: `Source ${number}`,
    ending: 'txt',
    bytes: new TextEncoder().encode(text),
    fetchedFrom: null,
    fetchedAt: null,
    addedBy: '9',
    addedAt: new Date(0),
    feed: null,
  };
}
