import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.js';
import { createDepartureStore } from './departures-store.js';
import { createDraftStore } from './drafts-store.js';
import { createFeedStore } from './feeds-store.js';
import { forgetServer, forgetUser } from './forget.js';
import { createGapStore } from './gaps-store.js';
import { createParseStore } from './parses-store.js';
import { createReloadStore } from './reloads-store.js';
import { createSettingsStore } from './settings-store.js';
import { createSourceStore } from './sources-store.js';
import type { Store } from './store.js';

/** Milliseconds within which a database that is there answers. */
const SOON = 2_000;

/** A store in a database whose tables are as they should be. */
export function createStore(
  database: Database,
  { changes, turns, close }: Pick<Store, 'changes' | 'turns' | 'close'>,
): Store {
  return {
    sources: createSourceStore(database),
    parses: createParseStore(database, 'parses'),
    readings: createParseStore(database, 'readings'),
    drafts: createDraftStore(database),
    feeds: createFeedStore(database),
    settings: createSettingsStore(database),
    gaps: createGapStore(database),
    reloads: createReloadStore(database),
    departures: createDepartureStore(database),
    changes,
    turns,
    forgetServer: (guildId) => forgetServer(database, guildId),
    forgetUser: (userId) => forgetUser(database, userId),
    isThere: () =>
      Promise.race([
        database.read(sql`SELECT 1 AS there`).then(
          () => true,
          () => false,
        ),
        wait(SOON, false, { ref: false }),
      ]),
    close,
  };
}
