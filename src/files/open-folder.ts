import { opendir } from 'node:fs/promises';

/** Resolves if what a folder holds can be listed. @throws what the file system throws if it cannot. */
export async function openFolder(folder: string): Promise<void> {
  const opened = await opendir(folder);
  await opened.close();
}
