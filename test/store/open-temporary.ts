import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore } from '../../src/store/libsql/open-libsql.js';
import type { Store } from '../../src/store/store.js';

/** A store in a folder of its own. */
export interface TemporaryStore {
  readonly store: Store;
  readonly folder: string;
  readonly file: URL;
  readonly remove: () => Promise<void>;
  /** Opens it again, once it is closed. */
  readonly reopen: () => Promise<Store>;
}

/** Opens a store in a new folder. */
export async function openTemporary(): Promise<TemporaryStore> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-store-'));
  const file = pathToFileURL(join(folder, 'footnote.db'));
  const store = await openAt(file);
  const remove = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, folder, file, remove, reopen: () => openAt(file) };
}

/** The store of a file; throws if it does not open at once. */
export async function openAt(file: URL): Promise<Store> {
  const opening = await openStore({ file }, 0);
  if (!opening.ok) throw new Error(opening.reason);
  return opening.store;
}
