import { type BigIntStats, createReadStream, type Dirent, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ENDINGS, largestOf, NAMED_ENDINGS, type SourceFile } from '../article/source-file.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { inSlice } from '../scheduling/give-way.js';
import { mapAtOnce } from '../scheduling/map-at-once.js';
import { errorCode } from './error-code.js';

/** A file or a folder below the seeds folder that could not be read, and why, as a sentence without its name. */
export interface UnreadFile {
  readonly file: string;
  /** True for a folder, whose files are not known. */
  readonly isFolder?: boolean;
  readonly reason: Phrase;
}

/** A file of a seeds folder with what tells, without reading it, whether it is still the same; null if nothing does. */
export interface SeedFile extends SourceFile {
  readonly stamp: string | null;
}

/** What a seeds folder holds: its articles' bytes and what could not be read, both ordered by path. */
export interface Seeds {
  readonly files: readonly SeedFile[];
  /** Files that were not read, as their stamps were known. */
  readonly unchanged: readonly string[];
  readonly unread: readonly UnreadFile[];
}

/** Files read at the same time: enough to keep a disk busy without using up file handles. */
const READ_AT_ONCE = 32;

/**
 * Reads every file below a folder, also in sub-folders and through links; hidden ones are passed over.
 * A file that is too large, of another kind, or unreadable is reported in `unread`.
 *
 * One whose stamp is known is not read again.
 *
 * @throws what the file system throws when the folder itself cannot be listed.
 */
export async function readSeeds(
  folder: string,
  isKnown: (file: string, stamp: string) => boolean = () => false,
): Promise<Seeds> {
  const files: SeedFile[] = [];
  const unchanged: string[] = [];
  const unread: UnreadFile[] = [];
  const paths = await listFiles(folder, '', { entered: new Set(), unread });
  paths.sort((a, b) => (a < b ? -1 : 1));
  for (const read of await mapAtOnce(paths, READ_AT_ONCE, (file) => readOne(folder, file, isKnown))) {
    if (typeof read === 'string') unchanged.push(read);
    else if ('bytes' in read) files.push(read);
    else unread.push(read);
  }
  return { files, unchanged, unread: unread.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** What a walk through folders has met so far. */
interface Walk {
  readonly entered: Set<string>;
  readonly unread: UnreadFile[];
}

/** The paths below `folder`; folders behind links are entered once, so that a link to a parent ends. One below it that cannot be listed is told in `walk`. */
async function listFiles(folder: string, prefix: string, walk: Walk): Promise<string[]> {
  const here = join(folder, prefix);
  const paths: string[] = [];
  const entries = await enter(here, walk).catch((error: unknown) => {
    if (prefix === '') throw error;
    walk.unread.push({ file: prefix, isFolder: true, reason: describeFailure(error, 'articles.folder') });
    return [];
  });
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await isLinkToFolder(join(folder, path))));
    if (isFolder) paths.push(...(await listFiles(folder, path, walk)));
    else paths.push(path);
  }
  return paths;
}

/** What is in a folder; nothing if it was entered before. */
async function enter(folder: string, { entered }: Walk): Promise<Dirent[]> {
  const real = await realpath(folder);
  if (entered.has(real)) return [];
  entered.add(real);
  return readdir(folder, { withFileTypes: true });
}

async function isLinkToFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}

/** The file, why it cannot be read, or its name alone if it is as it is known. */
async function readOne(
  folder: string,
  file: string,
  isKnown: (file: string, stamp: string) => boolean,
): Promise<SeedFile | UnreadFile | string> {
  try {
    const path = join(folder, file);
    // Handed to the threads for files and back it would take the main thread ten times as long, and that for thousands of files.
    const found = await inSlice(() => statSync(path, { bigint: true }));
    if (!found.isFile()) return { file, reason: phrase('articles.not-a-file') };
    if (!ENDINGS.some((ending) => file.toLowerCase().endsWith(`.${ending}`))) {
      return {
        file,
        reason: phrase('articles.kind', { endings: NAMED_ENDINGS.map((ending) => `.${ending}`) }),
      };
    }
    const stamp = stampOf(found);
    if (stamp !== null && isKnown(file, stamp)) return file;
    const most = largestOf(file);
    if (found.size > most) return { file, reason: tooLarge(Number(found.size), most) };
    const bytes = await readAtMost(path, most + 1);
    return bytes.byteLength > most
      ? { file, reason: tooLarge(bytes.byteLength, most) }
      : { file, bytes, stamp };
  } catch (error) {
    return { file, reason: describeFailure(error, 'articles.cannot-open') };
  }
}

/** Milliseconds that a file must have been left alone before its times tell it from a later version: the coarsest file systems count in two seconds. */
const SETTLED = 3_000n;

const NANOSECONDS = 1_000_000n;

/** What tells a file from all later versions of it without reading it; null for one that was changed a moment ago, as it may be changed again within the same tick of its clock. */
function stampOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string | null {
  const newest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  if (BigInt(Date.now()) - newest / NANOSECONDS < SETTLED) return null;
  return [ino, size, mtimeNs, ctimeNs].join('-');
}

/** The beginning of a file: some say that they are empty and never end, and others grow while they are read. */
async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: most - 1 })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function tooLarge(bytes: number, most: number): Phrase {
  return phrase('articles.too-large', { bytes, most });
}

function describeFailure(error: unknown, message: 'articles.cannot-open' | 'articles.folder'): Phrase {
  const code = errorCode(error);
  return code === 'ENAMETOOLONG' ? phrase('articles.path-long') : phrase(message, { code });
}
