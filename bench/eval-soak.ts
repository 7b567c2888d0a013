import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'local-discord';
import { BotProcess } from './machines/bot-processes.js';

/** Interactions where nobody says how many, those between two reloads, and those between two looks at the heap. */
const DEFAULT_COUNT = 20_000;
const RELOAD_EVERY = 100;
const LOOK_EVERY = 25;

const GENERAL = 'harbour/general';

/** What is used in turn: each answers, turns into pages or finds nothing. */
const USES = [
  { name: 'search', options: { words: 'the harbour' } },
  { name: 'who', options: { name: 'Ada Quill' } },
  { name: 'quote', options: { topic: 'the pier' } },
  { name: 'facts', options: { topic: 'boats' } },
  { name: 'search', options: { words: 'zeppelin' } },
  { name: 'ask', options: { question: 'How many boats sank?' } },
] as const;

/**
 * Uses the bot many times, with reloads of articles that change in between, and prints by how much its heap grows with each interaction: by a line
 * through the least of each look's neighbours in the second half, as what is above it is not collected yet. The first word says how many.
 */
export async function evaluateSoak([wanted]: readonly string[]): Promise<void> {
  const count = Number(wanted ?? DEFAULT_COUNT) || DEFAULT_COUNT;
  const folder = mkdtempSync(join(tmpdir(), 'footnote-soak-'));
  const write = (number: number): void =>
    writeFileSync(
      join(folder, 'pier.md'),
      `# The pier\n\nThe pier of the harbour was closed ${number} times, said Ada Quill.\n\n14 boats sank beside it.\n`,
    );
  write(0);
  const port = await findFreePort();
  const sandbox = await startSandbox();
  const bot = new BotProcess('', {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    SEEDS_DIR: folder,
    DATA_DIR: folder,
    DATABASE_URL: '',
    COOLDOWN_SECONDS: '0',
    HEALTH_PORT: String(port),
  });
  await bot.start();
  const looks: { readonly at: number; readonly heap: number }[] = [];
  let failed = 0;
  for (let at = 0; at < count; at += 1) {
    if (at % RELOAD_EVERY === RELOAD_EVERY - 1) {
      write(at);
      const options = { which: 'shared' };
      await sandbox.as('oskar').run({ channel: GENERAL, name: 'reload', options }).reply();
    }
    const use = USES[at % USES.length] ?? USES[0];
    const reply = await sandbox
      .as('mira')
      .run({ channel: GENERAL, ...use })
      .reply()
      .catch(() => null);
    if (reply === null) failed += 1;
    if (at % LOOK_EVERY === 0) looks.push({ at, heap: await readHeap(port) });
  }
  await bot.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true });
  for (const complaint of new Set(bot.complaints.slice(0, 5))) console.log(complaint.slice(0, 300));
  const perUse = slopeOf(lowest(looks.slice(looks.length / 2)));
  console.log(
    `${count} interactions, a reload after each ${RELOAD_EVERY}: the heap grows by ${(perUse / 1024).toFixed(3)} KB with each; ${failed} without an answer; ${bot.complaints.length} complaints in the log`,
  );
}

/** Bytes that the bot's heap has in use. @throws where it does not tell. */
async function readHeap(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const [, bytes] = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)$/mu.exec(text) ?? [];
  if (bytes === undefined) throw new Error('The bot does not tell its heap.');
  return Number(bytes);
}

/** Looks whose lowest counts for all of them: more than come between two collections. */
const TOGETHER = 10;

function lowest(looks: readonly { readonly at: number; readonly heap: number }[]) {
  const least: { at: number; heap: number }[] = [];
  for (let i = 0; i < looks.length; i += TOGETHER)
    least.push(looks.slice(i, i + TOGETHER).reduce((low, one) => (one.heap < low.heap ? one : low)));
  return least;
}

/** The slope of the line with the least squares. */
function slopeOf(points: readonly { readonly at: number; readonly heap: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(points.map(({ at }) => at)), mean(points.map(({ heap }) => heap))];
  const above = points.reduce((sum, { at, heap }) => sum + (at - x) * (heap - y), 0);
  const below = points.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
