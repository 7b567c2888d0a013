import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type WorldSeed } from 'local-discord';
import { readShards } from '../src/app/divide-shards.js';
import { holdsServer } from '../src/discord/own-shards.js';
import { openPostgres } from '../src/store/postgres/open-postgres.js';
import { BotProcess } from './machines/bot-processes.js';
import { type Counts, ServedServer } from './machines/served-server.js';
import { startPostgres } from './postgres-server.js';

/** Shards of the local Discord, and which process has which. */
const SHARD_COUNT = 4;
const RANGES = ['0-1', '2', '3'];

/** Processes killed and servers, of which each shard gets some, if no other numbers are given. */
const KILLS = 20;
const SERVERS = 8;

/** Milliseconds between two changes of a server: load for the bot, which is not to be the machine's breakdown. */
const PACE = 400;

/** Kills between two of the database, which stops and crashes by turns, and those between two exchanges of shards. */
const KILLS_BETWEEN_RESTARTS = 10;
const KILLS_BETWEEN_EXCHANGES = 7;

/** Milliseconds of quiet between two kills at most, and for which a database that stopped is away. */
const QUIET = 2_000;
const AWAY = 700;

/**
 * Three processes over one PostgreSQL serve a local Discord of four shards, under load: moderators and another machine add, remove and set,
 * members ask, while processes are killed, exchange their shards, and the database stops and crashes. Prints what was done and found;
 * every server's answers are to be its own and up to date within two seconds, and nothing that was confirmed is to be lost.
 *
 * `--kills N` says how many processes are killed, `--servers N` how many servers there are. If the machine has no processor time to spare, articles are
 * given up and answers late, which counts as a fault: the load of the machine is printed with the rest.
 */
export async function evaluateMachines(words: readonly string[]): Promise<void> {
  const most = readNumber(words, '--kills', KILLS);
  const own = mkdtempSync(join(tmpdir(), 'footnote-machines-'));
  const folder = join(own, 'seeds');
  mkdirSync(folder);
  writeFileSync(join(folder, 'pier.md'), '# The pier\n\nThe pier at Velmouth was closed on Monday.\n');
  const server = await startPostgres();
  const url = await server.schema();
  const world = makeWorld(readNumber(words, '--servers', SERVERS));
  const keys = world.guilds.map(({ key }) => key);
  const sandbox = await startSandbox({ world, shards: SHARD_COUNT, timing: { waitMs: 60_000 } });
  const processes = RANGES.map(
    (shards) =>
      new BotProcess(shards, {
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_URL: url,
        SHARD_COUNT: String(SHARD_COUNT),
        SEEDS_DIR: folder,
        DATA_DIR: join(own, 'data'),
        COOLDOWN_SECONDS: '0',
      }),
  );
  const opening = await openPostgres({ url });
  if (!opening.ok) throw new Error(opening.reason);
  const { store } = opening;
  const counts: Counts = { confirmed: 0, inDoubt: 0, checks: 0, unanswered: 0, faults: [], freshness: [] };
  let databaseChangedAt = 0;
  const servedSince = (id: string): number | null => {
    const holder = processes.find(({ shards }) =>
      holdsServer({ ids: readShards(shards) ?? [], count: SHARD_COUNT }, id),
    );
    if (holder?.isConnected !== true || databaseChangedAt === Number.POSITIVE_INFINITY) return null;
    return Math.max(holder.changedAt, databaseChangedAt);
  };
  await Promise.all(processes.map((one) => one.start()));
  const started = performance.now();
  const servers = world.guilds.map(
    ({ key }) => new ServedServer(key, { sandbox, store, counts, servedSince }),
  );
  let isOver = false;
  const load = Promise.all(
    servers.map(async (one) => {
      while (!isOver) {
        await one.change(() => isOver);
        await wait(PACE);
      }
    }),
  );
  let kills = 0;
  let restarts = 0;
  let reloads = 0;
  let told = 0;
  const restart = async (one: BotProcess): Promise<void> => {
    for (;;) {
      try {
        return await one.start();
      } catch {
        // As a supervisor does: the database may just be away.
        await wait(QUIET);
      }
    }
  };
  while (kills < most) {
    await wait(QUIET * Math.random());
    const hit = processes.filter(() => Math.random() < 0.5).slice(0, most - kills);
    await Promise.all(hit.map((one) => one.kill()));
    const before = kills;
    kills += hit.length;
    const [first, second] = hit;
    const isCrossed = (every: number): boolean => Math.floor(before / every) < Math.floor(kills / every);
    if (first !== undefined && second !== undefined && isCrossed(KILLS_BETWEEN_EXCHANGES))
      [first.shards, second.shards] = [second.shards, first.shards];
    if (isCrossed(KILLS_BETWEEN_RESTARTS)) {
      databaseChangedAt = Number.POSITIVE_INFINITY;
      await server.stop(restarts % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
      await wait(AWAY);
      await server.start();
      databaseChangedAt = performance.now();
      restarts += 1;
      console.log(
        `${kills} killed, ${counts.confirmed} changes confirmed, ${counts.checks} answers checked, ${counts.faults.length} faults`,
      );
      for (const fault of counts.faults.slice(told)) console.log(fault);
      told = counts.faults.length;
    }
    await Promise.all(hit.map(restart));
    // The operator has the shared articles read again: all processes are to have the new text.
    if (hit.length > 0) {
      reloads += 1;
      if (await reloadShared(sandbox, { folder, keys, number: reloads, counts })) counts.confirmed += 1;
    }
  }
  // What is under way is settled with everything there.
  await wait(2 * QUIET);
  isOver = true;
  await load;
  for (const one of servers) await one.review();
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all(processes.map((one) => one.stop()));
  await store.close();
  await sandbox.close();
  await server.close();
  rmSync(own, { recursive: true });
  for (const fault of counts.faults.slice(told)) console.log(fault);
  for (const one of processes) for (const line of one.complaints.slice(0, 5)) console.log(line.slice(0, 600));
  report({ counts, kills, restarts, seconds });
}

/** Has the operator read the shared articles again, and asks every server until it has them; true if it was confirmed. */
async function reloadShared(
  sandbox: Awaited<ReturnType<typeof startSandbox>>,
  {
    folder,
    keys,
    number,
    counts,
  }: {
    readonly folder: string;
    readonly keys: readonly string[];
    readonly number: number;
    readonly counts: Counts;
  },
): Promise<boolean> {
  const day = `day-${number}`;
  writeFileSync(join(folder, 'pier.md'), `# The pier\n\nThe pier at Velmouth was closed on ${day}.\n`);
  const [first = ''] = keys;
  const oskar = sandbox.as('oskar');
  const said = await oskar
    .run({ channel: `${first}/general`, name: 'reload', options: { which: 'shared' } })
    .reply()
    .catch(() => null);
  if (said === null || !JSON.stringify(said.components).includes('changed')) return false;
  const at = performance.now();
  for (const key of keys) {
    for (;;) {
      const askedAt = performance.now();
      const found = await sandbox
        .as('mira')
        .run({ channel: `${key}/general`, name: 'search', options: { words: 'Velmouth' } })
        .reply()
        .catch(() => null);
      if (JSON.stringify(found?.components ?? '').includes(day)) break;
      if (found !== null && askedAt - at > 2_000) {
        counts.faults.push(`${key}: the shared article is not as of ${day}`);
        break;
      }
      if (askedAt - at > 30_000) break;
      await wait(100);
    }
  }
  return true;
}

function report({
  counts,
  kills,
  restarts,
  seconds,
}: {
  readonly counts: Counts;
  readonly kills: number;
  readonly restarts: number;
  readonly seconds: number;
}): void {
  const fresh = counts.freshness.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(fresh[Math.floor((fresh.length - 1) * share)] ?? 0)} ms`;
  console.log(
    [
      `${kills} processes killed, the database stopped or crashed ${restarts} times, in ${Math.round(seconds)} s`,
      `${counts.confirmed} changes confirmed, ${counts.inDoubt} in doubt and looked up; ${counts.checks} answers checked, ${counts.unanswered} not given while a process was away`,
      `from a confirmation to an answer that has it: half within ${at(0.5)}, 95 of 100 within ${at(0.95)}, the longest ${at(1)} (${fresh.length} without a kill between)`,
      `load of the machine: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')} on ${availableParallelism()} cores`,
      `faults (lost, stale beyond 2 s, or another server's): ${counts.faults.length}`,
    ].join('\n'),
  );
  if (counts.faults.length > 0) process.exitCode = 1;
}

/** The number after a word of the command line; `otherwise` if it is not there. */
function readNumber(words: readonly string[], name: string, otherwise: number): number {
  const at = words.indexOf(name);
  return (at < 0 ? 0 : Number(words[at + 1])) || otherwise;
}

function makeWorld(servers: number): WorldSeed {
  const names = Array.from({ length: servers }, (_, i) => `port${i}`);
  return {
    applicationOwner: 'oskar',
    users: [{ key: 'oskar' }, { key: 'ines' }, { key: 'mira' }],
    guilds: names.map((key) => ({
      key,
      name: `The ${key}`,
      owner: 'oskar',
      members: ['ines', 'mira'],
      channels: [{ name: 'general' }],
      roles: [{ name: 'Moderator', permissions: ['ManageGuild'], members: ['ines'] }],
    })),
  };
}
