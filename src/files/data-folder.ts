import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode } from './error-code.js';

/** The file in the data folder that holds the database, by what it is for: a trial never touches what real servers keep. */
const DATABASES = { discord: 'footnote.db', local: 'footnote-local.db' } as const;

/** Whose servers a database is about: those of Discord, or those of the local Discord. */
export type DatabaseUse = keyof typeof DATABASES;

/** Only the bot's own user reads what servers have given it. */
const PRIVATE_FOLDER = 0o700;

/** Where the database belongs, or why there is no such place, as a sentence for the operator. */
export type DataFolder =
  | { readonly ok: true; readonly database: URL }
  | { readonly ok: false; readonly reason: string };

/** Makes the folder for what must outlive a restart, if it is not there, and names the database of this use in it. */
export async function prepareDataFolder(folder: string, use: DatabaseUse): Promise<DataFolder> {
  const path = resolve(folder);
  try {
    await makeFolder(path);
  } catch (error) {
    const reason = `The data folder ${path} cannot be made (${errorCode(error)}); set DATA_DIR to a folder that the bot’s user may write to.`;
    return { ok: false, reason };
  }
  return { ok: true, database: pathToFileURL(`${path}/${DATABASES[use]}`) };
}

/** Makes a folder and those above it if they are not there: Node's own way never ends if the system refuses a path as /proc does. */
async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path, { mode: PRIVATE_FOLDER }).catch((error: unknown) => {
    // Somebody may have been quicker, with a folder or with something else.
    if (errorCode(error) !== 'EEXIST' || found !== null) throw error;
  });
}
