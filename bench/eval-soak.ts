import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'local-discord';
import { BotProcess } from './machines/bot-processes.js';

/** Interactions if nobody says how many, those between two reloads, between two looks at the heap, and between two lines that tell how far it is. */
const DEFAULT_COUNT = 20_000;
const RELOAD_EVERY = 100;
const LOOK_EVERY = 25;
const TOLD_EVERY = 10_000;

/** Interactions under way at the same time. */
const IN_FLIGHT = 4;

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

const RELOAD = { name: 'reload', options: { which: 'shared' } } as const;

/**
 * Uses the bot many times, with reloads of articles that change in between, and prints by how much its heap grows with each interaction: by a line
 * through the least of each look's neighbours in the second half, as what is above it is not collected yet. The first word says how many.
 */
export async function evaluateSoak([wanted]: readonly string[]): Promise<void> {
  const count = Number(wanted ?? DEFAULT_COUNT) || DEFAULT_COUNT;
  const own = mkdtempSync(join(tmpdir(), 'footnote-soak-'));
  const folder = join(own, 'seeds');
  mkdirSync(folder);
  const write = (number: number): void =>
    writeFileSync(
      join(folder, 'pier.md'),
      `# The pier\n\nThe pier of the harbour was closed ${number} times, said Ada Quill.\n\n14 boats sank beside it.\n`,
    );
  write(0);
  const port = await findFreePort();
  const sandbox = await startSandbox({ timing: { waitMs: 60_000 } });
  const bot = new BotProcess('', {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    SEEDS_DIR: folder,
    DATA_DIR: own,
    DATABASE_URL: '',
    COOLDOWN_SECONDS: '0',
    HEALTH_PORT: String(port),
  });
  await bot.start();
  const looks: Look[] = [];
  let [begun, failed] = [0, 0];
  const run = async (who: string, command: (typeof USES)[number] | typeof RELOAD): Promise<void> => {
    const reply = sandbox.as(who).run({ channel: GENERAL, ...command });
    await reply.reply().catch(() => {
      failed += 1;
    });
  };
  const use = async (at: number): Promise<void> => {
    if (at % RELOAD_EVERY === RELOAD_EVERY - 1) {
      write(at);
      await run('oskar', RELOAD);
    }
    await run('mira', USES[at % USES.length] ?? USES[0]);
    if (at % LOOK_EVERY === 0) looks.push({ at, heap: await readHeap(port) });
    if ((at + 1) % TOLD_EVERY === 0) tell(at + 1, looks, failed);
  };
  const member = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      await use(begun - 1);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, member));
  await bot.stop();
  await sandbox.close();
  rmSync(own, { recursive: true });
  for (const complaint of new Set(bot.complaints.slice(0, 5))) console.log(complaint.slice(0, 300));
  tell(count, looks, failed);
  console.log(`${bot.complaints.length} complaints in the log`);
}

interface Look {
  readonly at: number;
  /** Bytes. */
  readonly heap: number;
}

function tell(count: number, looks: readonly Look[], failed: number): void {
  const perUse = slopeOf(lowest(looks.slice(looks.length / 2)));
  const least = Math.min(...looks.slice(-TOGETHER).map(({ heap }) => heap));
  console.log(
    `${count} interactions, a reload after each ${RELOAD_EVERY}: the heap grows by ${(perUse / 1024).toFixed(3)} KB with each, and was ${(least / 2 ** 20).toFixed(1)} MiB at last; ${failed} without an answer`,
  );
}

/** Bytes that the bot's heap has in use. @throws if it does not tell. */
async function readHeap(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const [, bytes] = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)$/mu.exec(text) ?? [];
  if (bytes === undefined) throw new Error('The bot does not tell its heap.');
  return Number(bytes);
}

/** Looks whose lowest counts for all of them: more than come between two collections. */
const TOGETHER = 10;

function lowest(looks: readonly Look[]): Look[] {
  const least: Look[] = [];
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
