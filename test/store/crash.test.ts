import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { openAt, openTemporary } from './open-temporary.js';

const WRITER = fileURLToPath(new URL('write-until-killed.mjs', import.meta.url));
const CLOSER = fileURLToPath(new URL('close-on-full-disk.mjs', import.meta.url));
const ROUNDS = 4;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a crash', () => {
  it('of the program in the middle of writing leaves whole rows, and a file that opens at once', async () => {
    const { store, file, remove } = await openTemporary();
    await store.close();
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = spawn(process.execPath, [WRITER, file.href], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 9 * (round + 1)));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const reopened = await openAt(file);
      expect(await isWhole(reopened)).toBe(true);
      await reopened.close();
    }
    await remove();
  });

  it('of a disk that is full when the store is closed lets go of the file all the same, and loses nothing', async () => {
    const { store, file, remove } = await openTemporary();
    await store.close();
    const child = spawn(process.execPath, [CLOSER, file.href], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('failed');
    await once(child, 'exit');
    const reopened = await openAt(file);
    expect((await reopened.sources.find('g', 'a'))?.bytes).toEqual(new Uint8Array(20_000));
    await reopened.close();
    await remove();
  });

  it('of the machine, wherever it cuts off what was written, leaves a state that was there', async () => {
    const { store, folder, file, remove } = await openTemporary();
    const states: string[] = [await dump(store)];
    const image = join(folder, 'image.db');
    copyFileSync(file, image);
    const log = join(folder, 'image.db-wal');
    const whole = `${fileURLToPath(file)}-wal`;
    // The log as it was before the writes below, so that what is cut off is theirs.
    const sizeBefore = statSync(whole).size;
    for (let i = 0; i < 12; i += 1) {
      await writeRound(store, i);
      states.push(await dump(store));
    }
    const written = statSync(whole).size;
    const kept = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: sizeBefore, max: written }), async (length) => {
        copyFileSync(file, image);
        copyFileSync(whole, log);
        truncateSync(log, length);
        const after = await openAt(pathToFileURL(image));
        expect(states).toContain(await dump(after));
        await after.close();
        rmSync(image);
      }),
      { numRuns: 12 },
    );
    expect(readFileSync(whole)).toEqual(kept);
    await remove();
  });
});

/** A write of each sort, several statements in one transaction among them. */
async function writeRound(store: Store, i: number): Promise<void> {
  const at = new Date(i);
  if (i % 4 === 3) return store.forgetServer('g');
  const own = { guildId: 'g', title: String(i), ending: 'txt', fetchedFrom: null, fetchedAt: null };
  const text = bytes('x'.repeat(5_000 + i));
  if (i % 4 === 0)
    await store.sources.put(
      { ...own, name: `s${i}`, bytes: text, addedBy: 'u', addedAt: at, feed: null },
      { count: 9, bytes: 1e9 },
    );
  if (i % 4 === 1) await store.drafts.put({ ...own, id: String(i), userId: 'u', bytes: text, madeAt: at }, 1);
  if (i % 4 === 2) await store.gaps.add({ guildId: 'g', question: 'Why?', kind: 'wrong', at }, String(i), 1);
}

/** All that is kept of the server, as text. */
async function dump(store: Store): Promise<string> {
  const drafts = await Promise.all(
    Array.from({ length: 12 }, (_, i) => store.drafts.find('g', 'u', String(i))),
  );
  return JSON.stringify([await store.sources.readAll('g'), await store.gaps.list('g'), drafts]);
}

/** Whether the source is of one round from its title to its last byte. */
async function isWhole(store: Store): Promise<boolean> {
  const [source] = await store.sources.readAll('g');
  if (source === undefined) return true;
  const round = Number(source.title);
  return (
    source.addedAt.getTime() === round &&
    source.size === 20_000 &&
    source.bytes.every((b) => b === round % 256)
  );
}
