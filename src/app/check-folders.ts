import { prepareDataFolder } from '../files/data-folder.js';
import { openFolder } from '../files/open-folder.js';
import { FolderUnreadable } from '../library/folder-unreadable.js';
import type { Config } from './config.js';

/** What is wrong with the folders that the settings name, as a sentence for the operator; null if nothing is. The data folder is made on the way. */
export async function checkFolders({
  seedsDir,
  dataDir,
  databaseUrl,
  discordToken,
}: Pick<Config, 'seedsDir' | 'dataDir' | 'databaseUrl' | 'discordToken'>): Promise<string | null> {
  if (databaseUrl === null) {
    const folder = await prepareDataFolder(dataDir, discordToken === null ? 'local' : 'discord');
    if (!folder.ok) return folder.reason;
  }
  if (seedsDir === null) return null;
  return openFolder(seedsDir).then(
    () => null,
    (error: unknown) => new FolderUnreadable(seedsDir, error).message,
  );
}
