import { prepareDataFolder } from '../files/data-folder.js';
import type { StoreOpening } from '../store/store.js';
import type { StoreWatch } from '../store/watch-database.js';
import type { Config } from './config.js';

/** Opens the store in PostgreSQL if an address is given; else in the data folder, which is made if it is not there: without a token, that of the local Discord. */
export async function openChosenStore(
  { dataDir, databaseUrl, discordToken }: Pick<Config, 'dataDir' | 'databaseUrl' | 'discordToken'>,
  watch: StoreWatch,
): Promise<StoreOpening> {
  // Either takes a while to load, and the other is not needed.
  if (databaseUrl !== null) {
    const { openPostgres } = await import('../store/postgres/open-postgres.js');
    return openPostgres({ url: databaseUrl, watch });
  }
  const folder = await prepareDataFolder(dataDir, discordToken === null ? 'local' : 'discord');
  if (!folder.ok) return folder;
  const { openStore } = await import('../store/libsql/open-libsql.js');
  return openStore({ file: folder.database, watch });
}
