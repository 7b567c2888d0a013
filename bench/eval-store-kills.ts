import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPostgres } from '../src/store/postgres/open-postgres.js';
import { startPostgres } from './postgres-server.js';

const WRITER = fileURLToPath(new URL('machines/write-until-killed.js', import.meta.url));

/** Machines that write at the same time, and kills between two of the database. */
const MACHINES = 3;
const KILLS_BETWEEN_RESTARTS = 20;

/** Milliseconds that a machine writes at most before it is killed. */
const LIFE = 400;

/** Numbers that one life of a machine has for itself. */
const NUMBERS = 100_000;

/**
 * Kills three machines that write into one PostgreSQL again and again, and has it stop and crash by turns; whether all that was confirmed is
 * there, and whether a fourth machine was told of each change. `--kills N` says how many are killed (default 200).
 */
export async function evaluateStoreKills(words: readonly string[]): Promise<void> {
  const most = (words.includes('--kills') ? Number(words[words.indexOf('--kills') + 1]) : 0) || 200;
  const server = await startPostgres();
  const url = await server.schema();
  const opening = await openPostgres({ url });
  if (!opening.ok) throw new Error(opening.reason);
  const { store } = opening;
  const confirmed = new Map<string, string[]>();
  const told = new Set<string>();
  let isInOrder = true;
  let last = 0;
  await store.changes?.follow({
    onChange({ guildId, version }) {
      told.add(guildId ?? '');
      if (version <= last) isInOrder = false;
      last = version;
    },
    onLost() {
      isInOrder = false;
    },
  });
  let lives = 0;
  let kills = 0;
  let restarts = 0;
  const live = async (): Promise<void> => {
    lives += 1;
    const child = spawn(process.execPath, [WRITER, url, `life${lives}-`, String(lives * NUMBERS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [guildId = '', name = ''] = line.split(' ');
        confirmed.set(guildId, [...(confirmed.get(guildId) ?? []), name]);
      }
    });
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    await wait(LIFE * Math.random());
    await kill(child);
    kills += 1;
  };
  const machine = async (): Promise<void> => {
    while (lives < most) await live();
  };
  const restart = async (): Promise<void> => {
    while (kills < most) {
      if (kills >= (restarts + 1) * KILLS_BETWEEN_RESTARTS) {
        await server.stop(restarts % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
        restarts += 1;
        await wait(300);
        await server.start();
        console.log(`${kills} killed, ${[...confirmed.values()].flat().length} writes confirmed`);
      }
      await wait(50);
    }
  };
  await Promise.all([restart(), ...Array.from({ length: MACHINES }, machine)]);
  const ended = performance.now();
  while ([...confirmed.keys()].some((guildId) => !told.has(guildId)) && performance.now() - ended < 2_000)
    await wait(10);
  const untold = [...confirmed.keys()].filter((guildId) => !told.has(guildId));
  let lost = 0;
  for (const [guildId, names] of confirmed) {
    const there = new Set((await store.sources.list(guildId)).map(({ name }) => name));
    lost += names.filter((name) => !there.has(name)).length;
  }
  console.log(
    `${kills} machines killed, the database stopped or crashed ${restarts} times; ${[...confirmed.values()].flat().length} writes confirmed in ${confirmed.size} servers\n` +
      `lost: ${lost}; servers whose change another machine was not told of within 2 s of the end: ${untold.length}; told in order: ${isInOrder ? 'yes' : 'no'}`,
  );
  if (lost + untold.length > 0 || !isInOrder) process.exitCode = 1;
  await store.close();
  await server.close();
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
