import { afterAll, beforeAll } from 'vitest';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { openPostgres } from '../../src/store/postgres/open-postgres.js';
import type { Store } from '../../src/store/store.js';
import { openTemporary } from './open-temporary.js';

/** A database that the contract of stores holds for. */
export interface EachDatabase {
  readonly name: string;
  readonly isHere: boolean;
  /** Opens a store in a new, empty one; it is removed after the tests of the file. */
  readonly open: () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }>;
}

/** The databases that Footnote keeps things in, each for the tests of one file; one that is not installed is skipped by its name. */
export function eachDatabase(): EachDatabase[] {
  let server: PostgresServer | null = null;
  const removals: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    if (HAS_POSTGRES) server = await startPostgres();
  });
  afterAll(async () => {
    for (const remove of removals) await remove();
    await server?.close();
  });
  return [
    {
      name: 'libSQL',
      isHere: true,
      async open() {
        const { store, remove, reopen } = await openTemporary();
        removals.push(remove);
        return { store, reopen };
      },
    },
    {
      name: HAS_POSTGRES ? 'PostgreSQL' : 'PostgreSQL (skipped: it is not installed)',
      isHere: HAS_POSTGRES,
      async open() {
        if (server === null) throw new Error('PostgreSQL is not started.');
        const url = await server.schema();
        const reopen = () => openPostgresAt(url);
        const store = await reopen();
        removals.push(() => store.close());
        return { store, reopen };
      },
    },
  ];
}

/** The store at an address; throws if it does not open at once. */
export async function openPostgresAt(url: string): Promise<Store> {
  const opening = await openPostgres({ url }, 0);
  if (!opening.ok) throw new Error(opening.reason);
  return opening.store;
}
