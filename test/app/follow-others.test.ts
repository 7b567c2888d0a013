import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { openFootnote } from '../../src/app/compose.js';
import type { Footnote } from '../../src/app/footnote.js';
import type { Store } from '../../src/store/store.js';
import { IN_PLACE } from '../in-place.js';
import { openPostgresAt } from '../store/each-database.js';

const LIMITS = { count: 20, bytes: 100_000 };
const SOON = { timeout: 2_000 };

/** A machine of its own over the store that all share. */
interface Machine {
  readonly footnote: Footnote;
  readonly store: Store;
}

describe.skipIf(!HAS_POSTGRES)('machines that share a PostgreSQL (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-machines-'));
  let server: PostgresServer;
  let url: string;
  let here: Machine;
  let there: Machine;

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.schema();
    writeFileSync(join(folder, 'pier.txt'), 'The pier was closed on Monday.');
    const start = async (): Promise<Machine> => {
      const store = await openPostgresAt(url);
      const own = { store, limits: LIMITS, pages: null, graceDays: 30 };
      const footnote = await openFootnote({ seedsDir: folder, own, reader: IN_PLACE });
      return { footnote, store };
    };
    [here, there] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([here.store.close(), there.store.close()]);
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const at = (guildId: string) =>
    ({ guildId, userId: '9', isModerator: true, isOperator: true, language: 'en' }) as const;
  const titles = async ({ footnote }: Machine, guildId: string): Promise<string[]> =>
    (await footnote.contextAt(at(guildId))).corpus.articles.map(({ text }) => text).toSorted();
  const give = async ({ footnote }: Machine, guildId: string, text: string) => {
    const { server: desk } = await footnote.contextAt(at(guildId));
    const given = { kind: 'file', name: 'given.txt', bytes: new TextEncoder().encode(text) } as const;
    const prepared = await desk?.sources.prepare(given, '9');
    if (prepared?.ok !== true) throw new Error('It was refused.');
    const likeness = prepared.value.likeness?.name ?? null;
    const added = await desk?.sources.confirm(prepared.value.draftId, '9', likeness);
    expect(added?.ok).toBe(true);
  };
  const PIER = 'The pier was closed on Monday.';

  it('serve what another has added, changed and removed within two seconds, each server its own', async () => {
    expect([await titles(there, '1'), await titles(there, '2')]).toEqual([[PIER], [PIER]]);
    await give(here, '1', 'The lamp was lit on Tuesday.');
    await give(there, '2', 'The boat left on Friday.');
    expect(await titles(here, '1')).toEqual(['The lamp was lit on Tuesday.', PIER]);
    await expect.poll(() => titles(there, '1'), SOON).toEqual(['The lamp was lit on Tuesday.', PIER]);
    await expect.poll(() => titles(here, '2'), SOON).toEqual(['The boat left on Friday.', PIER]);
    await give(there, '1', 'The lamp was lit on Wednesday.');
    await expect.poll(() => titles(here, '1'), SOON).toEqual(['The lamp was lit on Wednesday.', PIER]);
    const [stored] = await here.store.sources.list('1');
    const { server: desk } = await here.footnote.contextAt(at('1'));
    expect(await desk?.sources.remove(stored?.name ?? '')).toBe(true);
    await expect.poll(() => titles(there, '1'), SOON).toEqual([PIER]);
    expect(await titles(there, '2')).toEqual(['The boat left on Friday.', PIER]);
  });

  it('serve what was written into the database by another hand', async () => {
    expect(await titles(here, '6')).toEqual([PIER]);
    const bytes = new TextEncoder().encode('# Note one\n\nThe keeper wrote it down.\n');
    const rest = { fetchedFrom: null, fetchedAt: null, addedBy: null, addedAt: new Date(), feed: null };
    const source = { guildId: '6', name: 'note-one', title: 'Note one', ending: 'md', bytes, ...rest };
    expect(await there.store.sources.put(source, LIMITS)).toBe(true);
    await expect.poll(() => titles(here, '6'), SOON).toHaveLength(2);
    await server.run("DELETE FROM sources WHERE guild_id = '6'", url);
    await expect.poll(() => titles(here, '6'), SOON).toEqual([PIER]);
  });

  it('hold to settings that another has changed, and lose none where two change them at once', async () => {
    const [mine, theirs] = [here.footnote.settings.deskOf('3'), there.footnote.settings.deskOf('3')];
    expect((await theirs.read()).language).toBeNull();
    await mine.change(() => ({ language: 'de' }));
    await expect.poll(async () => (await theirs.read()).language, SOON).toBe('de');
    await theirs.change(() => ({ cooldownSeconds: 9 }));
    await expect.poll(() => mine.read(), SOON).toMatchObject({ language: 'de', cooldownSeconds: 9 });
  });

  it('read the shared articles again when one of them is told to, and see its history', async () => {
    writeFileSync(join(folder, 'pier.txt'), 'The pier is open again.');
    const context = await here.footnote.contextAt(at('4'));
    await context.reload('shared', () => undefined);
    await expect.poll(() => titles(there, '4'), SOON).toEqual(['The pier is open again.']);
    const [reload] = await (await there.footnote.contextAt(at('4'))).listReloads('shared');
    expect(reload).toMatchObject({ userId: '9', changed: 1 });
  });

  it('go on with what they have while the database is away, and are up to date once it is back', async () => {
    await give(here, '5', 'The buoy is red.');
    await expect.poll(() => titles(there, '5'), SOON).toContain('The buoy is red.');
    await server.stop('SIGINT');
    expect(await titles(there, '5')).toContain('The buoy is red.');
    expect(await there.store.isThere()).toBe(false);
    const late = give(here, '5', 'The buoy is green, and it was painted anew.');
    await server.start();
    await late;
    await expect
      .poll(() => titles(there, '5'), SOON)
      .toContain('The buoy is green, and it was painted anew.');
  });
});
