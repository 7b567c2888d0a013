import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type WorldSeed } from 'local-discord';
import { openPostgres } from '../src/store/postgres/open-postgres.js';
import { BotProcess } from './machines/bot-processes.js';
import { HAS_POSTGRES, startPostgres } from './postgres-server.js';

/** Servers of a small and of a large bot, both on one connection, which holds 2,500 at most. */
const FEW = 50;
const MANY = 2_050;

/** Uses of each command whose processor time is measured, at so many at once. */
const USES = 60;
const AT_ONCE = 3;

/** Changes of servers' settings whose rate is measured, and how many are under way at once. */
const CHANGES = 600;
const WRITERS = 12;

/**
 * Prints what one process costs, by the figures that it serves itself under HEALTH_PORT: memory with few and with many servers, processor
 * time of commands (its own, without that of the reader's process), and what PostgreSQL does for it. Processor time is told, not
 * time by the clock, so that others on the machine matter little.
 */
export async function evaluateScaling(): Promise<void> {
  const few = await measureProcess(FEW);
  const many = await measureProcess(MANY);
  const perServer = (many.heap - few.heap) / (MANY - FEW);
  console.log(
    `memory of a process with ${FEW} servers: ${mebibytes(few.resident)} MiB resident, ${mebibytes(few.heap)} of it objects`,
  );
  console.log(
    `with ${MANY}: ${mebibytes(many.resident)} MiB resident, ${mebibytes(many.heap)} of it objects: ${(perServer / 1024).toFixed(1)} KiB a server of one channel and four people`,
  );
  for (const [command, seconds] of few.commands)
    console.log(
      `/${command}: ${(seconds * 1_000).toFixed(1)} ms of a core, ${Math.round(1 / seconds)} a second on one`,
    );
  if (HAS_POSTGRES) await measureDatabase();
  else console.log('PostgreSQL is not installed: what it does is not measured.');
}

/** What a process of the program costs, in bytes and in seconds of a core. */
interface ProcessCost {
  readonly resident: number;
  readonly heap: number;
  readonly commands: readonly (readonly [command: string, seconds: number])[];
}

async function measureProcess(servers: number): Promise<ProcessCost> {
  const data = mkdtempSync(join(tmpdir(), 'footnote-scaling-'));
  const sandbox = await startSandbox({ world: makeWorld(servers), timing: { waitMs: 60_000 } });
  const port = 19_000 + Math.floor(Math.random() * 1_000);
  const bot = new BotProcess('0', {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATA_DIR: data,
    SHARD_COUNT: '1',
    COOLDOWN_SECONDS: '0',
    HEALTH_PORT: String(port),
  });
  await bot.start();
  const use = async (name: string, options: Record<string, string>, i: number): Promise<void> => {
    const channel = `port${i % FEW}/general`;
    await sandbox
      .as(`reader${i % 3}`)
      .run({ channel, name, options })
      .reply();
  };
  const commands: [string, number][] = [];
  for (const [name, options] of [
    ['search', { words: 'phone call' }],
    ['sources', {}],
    ['help', {}],
    ['quote', { speaker: 'Trump' }],
    ['ask', { question: 'How many hostages remain?' }],
  ] as const) {
    for (let i = 0; i < 6; i += 1) await use(name, options, i);
    const before = await readMetric(port, 'process_cpu_seconds_total');
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < USES) {
        next += 1;
        await use(name, options, next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    commands.push([name, ((await readMetric(port, 'process_cpu_seconds_total')) - before) / USES]);
    if (servers !== FEW) break;
  }
  // What is collected is no part of it.
  await wait(3_000);
  const cost = {
    resident: await readMetric(port, 'process_resident_memory_bytes'),
    heap: await readMetric(port, 'nodejs_heap_size_used_bytes'),
    commands,
  };
  await bot.stop();
  await sandbox.close();
  rmSync(data, { recursive: true });
  return cost;
}

/** A value that the process serves. */
async function readMetric(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1]);
}

/** How many changes a second the database numbers and calls out, and how long until another machine has them. */
async function measureDatabase(): Promise<void> {
  const server = await startPostgres();
  const url = await server.schema();
  const openings = await Promise.all([openPostgres({ url }), openPostgres({ url })]);
  const stores = openings.map((opening) => {
    if (!opening.ok) throw new Error(opening.reason);
    return opening.store;
  });
  const [here, there] = stores;
  if (here === undefined || there === undefined) throw new Error('There are no stores.');
  const confirmed = new Map<string, number>();
  const delays: number[] = [];
  await there.changes?.follow({
    onChange: ({ guildId }) => {
      const at = confirmed.get(guildId ?? '');
      delays.push(at === undefined ? 0 : performance.now() - at);
    },
    onLost: () => undefined,
  });
  const settings = {
    moderatorRoleId: null,
    openChannelIds: [],
    areRepliesPrivate: true,
    cooldownSeconds: null,
    language: null,
  };
  let next = 0;
  const started = performance.now();
  const write = async (): Promise<void> => {
    while (next < CHANGES) {
      next += 1;
      const guildId = String(next);
      await here.settings.write(guildId, settings);
      confirmed.set(guildId, performance.now());
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  const seconds = (performance.now() - started) / 1_000;
  while (delays.length < CHANGES) await wait(20);
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  console.log(
    `PostgreSQL: ${Math.round(CHANGES / seconds)} changes a second numbered and called out; another machine has them half within ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms`,
  );
  const { rows } = await server.run(
    "SELECT pg_total_relation_size('changes') AS changes, pg_total_relation_size('settings') AS settings",
    url,
  );
  console.log(
    `on disk: ${Math.round((Number(rows[0]?.changes) + Number(rows[0]?.settings)) / CHANGES)} bytes a server with settings and no articles`,
  );
  await Promise.all(stores.map((store) => store.close()));
  await server.close();
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function makeWorld(servers: number): WorldSeed {
  const people = ['oskar', 'reader0', 'reader1', 'reader2'];
  return {
    applicationOwner: 'oskar',
    users: people.map((key) => ({ key })),
    guilds: Array.from({ length: servers }, (_, i) => ({
      key: `port${i}`,
      name: `Port ${i}`,
      owner: 'oskar',
      members: people.slice(1),
      channels: [{ name: 'general' }],
    })),
  };
}
