import { createReadStream, type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ENDINGS, largestOf, NAMED_ENDINGS, type SourceFile } from '../article/source-file.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { errorCode } from './error-code.js';

/** A file or a folder below the seeds folder that could not be read, and why, as a sentence without its name. */
export interface UnreadFile {
  readonly file: string;
  /** True for a folder, whose files are not known. */
  readonly isFolder?: boolean;
  readonly reason: Phrase;
}

/** What a seeds folder holds: its articles' bytes and what could not be read, both ordered by path. */
export interface Seeds {
  readonly files: readonly SourceFile[];
  readonly unread: readonly UnreadFile[];
}

/** Files read at the same time: enough to keep a disk busy without using up file handles. */
const READ_AT_ONCE = 32;

/**
 * Reads every file below a folder, also in sub-folders and through links; hidden ones are passed over.
 * A file that is too large, of another kind, or unreadable is reported in `unread`.
 *
 * @throws what the file system throws when the folder itself cannot be listed.
 */
export async function readSeeds(folder: string): Promise<Seeds> {
  const files: SourceFile[] = [];
  const unread: UnreadFile[] = [];
  const paths = await listFiles(folder, '', { entered: new Set(), unread });
  paths.sort((a, b) => (a < b ? -1 : 1));
  for (let i = 0; i < paths.length; i += READ_AT_ONCE) {
    const batch = await Promise.all(paths.slice(i, i + READ_AT_ONCE).map((file) => readOne(folder, file)));
    for (const read of batch) {
      if ('bytes' in read) files.push(read);
      else unread.push(read);
    }
  }
  return { files, unread: unread.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
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

/** What is in a folder; nothing where it was entered before. */
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

async function readOne(folder: string, file: string): Promise<SourceFile | UnreadFile> {
  try {
    const path = join(folder, file);
    const found = await stat(path);
    if (!found.isFile()) return { file, reason: phrase('articles.not-a-file') };
    if (!ENDINGS.some((ending) => file.toLowerCase().endsWith(`.${ending}`))) {
      return {
        file,
        reason: phrase('articles.kind', { endings: NAMED_ENDINGS.map((ending) => `.${ending}`) }),
      };
    }
    const most = largestOf(file);
    if (found.size > most) return { file, reason: tooLarge(found.size, most) };
    const bytes = await readAtMost(path, most + 1);
    return bytes.byteLength > most ? { file, reason: tooLarge(bytes.byteLength, most) } : { file, bytes };
  } catch (error) {
    return { file, reason: describeFailure(error, 'articles.cannot-open') };
  }
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
