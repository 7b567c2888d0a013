import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Actor, startSandbox } from 'local-discord';
import { BotProcess } from './machines/bot-processes.js';
import { openFileStore } from './open-parts.js';

/** Kills if nobody says how many. */
const DEFAULT_KILLS = 20;

/** Milliseconds after a start within which the bot is killed: some changes are done by then, and one is under way. */
const KILLED_WITHIN = 3_000;

/** Kills between two lines that tell how far it is. */
const TOLD_EVERY = 20;

/** Articles from which on one is removed. */
const MOST = 4;

const GENERAL = 'harbour/general';

/** What a server has: its sources by their names, and its cooldown. */
interface Kept {
  readonly sources: readonly string[];
  readonly seconds: number | null;
}

/** A change of it, and how it is then. */
interface Change {
  readonly what: string;
  readonly after: Kept;
  /** Whether it was confirmed. */
  readonly run: (moderator: Actor) => Promise<boolean>;
}

/**
 * Kills the whole bot during /source add, /source remove, /settings cooldown and /reload, and looks into its database each time: what was confirmed
 * is there, what was under way is there or not, and nothing else is. Prints what was done and found. The first word says how many kills.
 */
export async function evaluateKills([wanted]: readonly string[]): Promise<void> {
  const most = Number(wanted ?? DEFAULT_KILLS) || DEFAULT_KILLS;
  const folder = mkdtempSync(join(tmpdir(), 'footnote-kills-'));
  writeFileSync(join(folder, 'pier.md'), '# The pier\n\nThe pier at Velmouth was closed on Monday.\n');
  const sandbox = await startSandbox();
  const bot = new BotProcess('', {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    SEEDS_DIR: folder,
    DATA_DIR: folder,
    DATABASE_URL: '',
    COOLDOWN_SECONDS: '0',
  });
  const guildId = sandbox.world.server('harbour').id;
  const faults: string[] = [];
  let kept: Kept = { sources: [], seconds: null };
  let [confirmed, inDoubt, done, number] = [0, 0, 0, 0];
  for (let kills = 0; kills < most; kills += 1) {
    await bot.start();
    await sandbox.ready();
    let isKilled = false;
    const killed = wait(KILLED_WITHIN * Math.random()).then(async () => {
      isKilled = true;
      await bot.kill();
      return false;
    });
    let underWay: Change | null = null;
    while (!isKilled) {
      number += 1;
      underWay = chooseChange(kept, number);
      const isConfirmed = await Promise.race([underWay.run(sandbox.as('ines')).catch(() => false), killed]);
      if (!isConfirmed) continue;
      confirmed += 1;
      kept = underWay.after;
      underWay = null;
    }
    await killed;
    const now = await look(join(folder, 'footnote.db'), guildId);
    const isAsConfirmed = isSame(now, kept);
    if (underWay !== null) inDoubt += 1;
    if (underWay !== null && !isAsConfirmed) done += 1;
    if (!isAsConfirmed && !(underWay !== null && isSame(now, underWay.after)))
      faults.push(
        `${underWay?.what}: there is ${JSON.stringify(now)}, confirmed was ${JSON.stringify(kept)}`,
      );
    kept = now;
    if ((kills + 1) % TOLD_EVERY === 0 || kills + 1 === most)
      console.log(
        `${kills + 1} kills: ${confirmed} changes confirmed, ${inDoubt} under way when it was killed, of which ${done} are kept; ${faults.length} faults`,
      );
  }
  await sandbox.close();
  rmSync(folder, { recursive: true });
  for (const fault of faults) console.log(fault);
}

function chooseChange({ sources, seconds }: Kept, number: number): Change {
  const [oldest] = sources;
  if (number % 4 === 0)
    return {
      what: '/reload',
      after: { sources, seconds },
      run: (moderator) => confirm(moderator, 'reload', {}, 'Now loaded'),
    };
  if (number % 4 === 1) {
    const options = { seconds: number % 60 };
    const after = { sources, seconds: options.seconds };
    return {
      what: '/settings cooldown',
      after,
      run: (moderator) => confirm(moderator, 'settings cooldown', options, 'Saved'),
    };
  }
  if (oldest !== undefined && sources.length >= MOST) {
    const after = { sources: sources.slice(1), seconds };
    return { what: '/source remove', after, run: (moderator) => remove(moderator, oldest) };
  }
  const name = `note-${number}`;
  const after = { sources: [...sources, name].toSorted(), seconds };
  return { what: '/source add', after, run: (moderator) => add(moderator, number) };
}

async function confirm(
  moderator: Actor,
  name: string,
  options: Readonly<Record<string, number>>,
  said: string,
): Promise<boolean> {
  const reply = await moderator.run({ channel: GENERAL, name, options }).reply();
  return JSON.stringify(reply.components).includes(said);
}

async function add(moderator: Actor, number: number): Promise<boolean> {
  const opened = moderator.run({ channel: GENERAL, name: 'source add' });
  await opened.modal();
  const content = `# Note ${number}\n\nThe keeper wrote ${number} words into the book.\n`;
  const preview = await moderator.submit(opened, { file: [{ name: `${number}.md`, content }] }).reply();
  const added = await moderator.press(preview.id, 'Add it').reply();
  return JSON.stringify(added.components).includes('It answers questions from now on');
}

async function remove(moderator: Actor, source: string): Promise<boolean> {
  const asked = await moderator.run({ channel: GENERAL, name: 'source remove', options: { source } }).reply();
  const removed = await moderator.press(asked.id, 'Remove it').reply();
  return JSON.stringify(removed.components).includes('It answers no questions any more');
}

/** What the database has, read as the bot would read it at its next start. @throws if it does not open. */
async function look(file: string, guildId: string): Promise<Kept> {
  const store = await openFileStore(file);
  const records = await store.sources.list(guildId);
  const settings = await store.settings.read(guildId);
  await store.close();
  return { sources: records.map(({ name }) => name).toSorted(), seconds: settings?.cooldownSeconds ?? null };
}

function isSame(one: Kept, other: Kept): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
