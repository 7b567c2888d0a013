import { join } from 'node:path';
import { openKeptFolder } from '../files/kept-folder.js';
import { programFingerprint } from '../files/program-fingerprint.js';
import type { LibraryShelf } from '../library/library-shelf.js';
import { keepLibrary } from '../reading/keep-library.js';
import { type KeptAnalyses, openKeptAnalyses } from '../reading/kept-analyses.js';

/** The folder in the data folder of what is made anew if it is gone. */
const KEPT = 'kept';

/** The shared articles and what was read in them, as they were before a restart. */
export interface Kept {
  readonly shelf: LibraryShelf;
  readonly analyses: KeptAnalyses;
}

/** What is kept in a data folder. */
export function openKept(dataDir: string, onTrouble: (error: unknown) => void): Kept {
  const how = { fingerprint: programFingerprint, onTrouble };
  return {
    shelf: keepLibrary({ folder: openKeptFolder(join(dataDir, KEPT)), ...how }),
    analyses: openKeptAnalyses({ folder: openKeptFolder(join(dataDir, KEPT, 'readings')), ...how }),
  };
}
