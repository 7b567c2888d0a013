import type { ArticleReader } from '../extract/article-reader.js';
import { createPages } from '../fetch/pages.js';
import { prepareDataFolder } from '../files/data-folder.js';
import { openStore } from '../store/open-store.js';
import type { OwnOptions } from './compose.js';
import type { Config } from './config.js';
import { readVersion } from './version.js';

/** What servers may keep and where, or why there is no place for it, as a sentence for the operator. */
export type OwnOpening =
  | { readonly ok: true; readonly own: OwnOptions }
  | { readonly ok: false; readonly reason: string };

/** Opens the store in the data folder, which is made where it is not there; without a token, that of the local Discord. */
export async function openOwn(
  config: Pick<Config, 'dataDir' | 'discordToken' | 'limits' | 'graceDays' | 'isFetching' | 'fetchContact'>,
  reader: Pick<ArticleReader, 'parse' | 'readFeed' | 'readRules'>,
): Promise<OwnOpening> {
  const folder = await prepareDataFolder(config.dataDir, config.discordToken === null ? 'local' : 'discord');
  if (!folder.ok) return folder;
  const opening = await openStore({ file: folder.database });
  if (!opening.ok) return opening;
  const { limits, graceDays, isFetching, fetchContact: contact } = config;
  const pages = isFetching ? createPages({ version: readVersion(), contact }, reader) : null;
  return { ok: true, own: { store: opening.store, limits, graceDays, pages } };
}
