import type { ArticleReader } from '../extract/article-reader.js';
import { createPages } from '../fetch/pages.js';
import { prepareDataFolder } from '../files/data-folder.js';
import { programFingerprint } from '../files/program-fingerprint.js';
import { keepSources } from '../reading/keep-sources.js';
import type { StoreOpening } from '../store/store.js';
import type { StoreWatch } from '../store/watch-database.js';
import type { Config } from './config.js';
import type { OwnOptions } from './footnote.js';
import { readVersion } from './version.js';

/** What servers may keep and where, or why there is no place for it, as a sentence for the operator. */
export type OwnOpening =
  | { readonly ok: true; readonly own: OwnOptions }
  | { readonly ok: false; readonly reason: string };

/** Opens the store: in the database that the settings name, else in the data folder. */
export async function openOwn(
  config: StoreConfig & Pick<Config, 'limits' | 'graceDays' | 'isFetching' | 'fetchContact'>,
  reader: Pick<ArticleReader, 'parse' | 'readFeed' | 'readRules'>,
  watch: StoreWatch,
): Promise<OwnOpening> {
  const opening = await openWhere(config, watch);
  if (!opening.ok) return opening;
  const { limits, graceDays, isFetching, fetchContact: contact } = config;
  const { store } = opening;
  const shelfOf = keepSources({
    store,
    fingerprint: programFingerprint,
    mostBytes: limits.bytes,
    onTrouble: (error) =>
      watch.trouble(
        `what was made of servers’ articles could not be kept, and is made anew: ${error instanceof Error ? error.message : String(error)}`,
      ),
  });
  const pages = isFetching ? createPages({ version: readVersion(), contact }, reader) : null;
  return { ok: true, own: { store, limits, graceDays, pages, shelfOf } };
}

type StoreConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'discordToken'>;

/** In PostgreSQL if an address is given; else in the data folder, which is made if it is not there: without a token, that of the local Discord. */
async function openWhere(
  { dataDir, databaseUrl, discordToken }: StoreConfig,
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
