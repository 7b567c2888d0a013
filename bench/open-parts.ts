import { pathToFileURL } from 'node:url';
import { type ReaderThreadsOptions, readInThreads } from '../src/reading/read-in-threads.js';
import { openStore } from '../src/store/libsql/open-libsql.js';
import type { Store } from '../src/store/store.js';

/** Reads articles in threads, as the program does; whoever measures more than that says so. */
export function openThreads(options: Omit<ReaderThreadsOptions, 'script'> = {}) {
  return readInThreads({
    script: new URL('../src/reading/reading-thread.js', import.meta.url),
    ...options,
  });
}

/** Opens a store in a file, which is made if it is not there. @throws with the reason if it cannot be opened. */
export async function openFileStore(file: string): Promise<Store> {
  const opening = await openStore({ file: pathToFileURL(file) });
  if (!opening.ok) throw new Error(opening.reason);
  return opening.store;
}
