import { unzipSync } from 'fflate';

/** Files of an archive and bytes of all of them together at most: a book has hundreds of files and, without its pictures, a few megabytes. */
const MOST_FILES = 5000;
const MOST_BYTES = 64 * 1024 * 1024;

/** The files of an archive by their paths, those alone that were wanted. */
export type Archive = Readonly<Record<string, Uint8Array>>;

/** An archive's files, or why there are none: it is no archive, is damaged, or holds too much. */
export type Unzipped =
  | { readonly ok: true; readonly files: Archive }
  | { readonly ok: false; readonly wrong: 'damaged' | 'too-much' };

/** Thrown to leave fflate in the middle of an archive. */
class TooMuch extends Error {}

/**
 * The wanted files of a ZIP archive (APPNOTE 6.3). Nothing is unpacked beyond the sizes that the archive states for
 * its files, and those are added up before: an archive that would grow to gigabytes is refused while it is small.
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean): Unzipped {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > MOST_FILES) throw new TooMuch();
        if (!isWanted(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new TooMuch();
        return true;
      },
    });
    return { ok: true, files };
  } catch (error) {
    return { ok: false, wrong: error instanceof TooMuch ? 'too-much' : 'damaged' };
  }
}
