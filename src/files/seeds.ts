import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ENDINGS, largestOf, NAMED_ENDINGS, type SourceFile } from '../article/source-file.js';
import { type Phrase, phrase } from '../messages/phrase.js';
import { errorCode } from './error-code.js';

/** A file of the seeds folder that could not be read, and why, as a sentence without the file's name. */
export interface UnreadFile {
  readonly file: string;
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
  const paths = await listFiles(folder, '', new Set());
  paths.sort((a, b) => (a < b ? -1 : 1));
  const files: SourceFile[] = [];
  const unread: UnreadFile[] = [];
  for (let i = 0; i < paths.length; i += READ_AT_ONCE) {
    const batch = await Promise.all(paths.slice(i, i + READ_AT_ONCE).map((file) => readOne(folder, file)));
    for (const read of batch) {
      if ('bytes' in read) files.push(read);
      else unread.push(read);
    }
  }
  return { files, unread };
}

/** The paths below `folder`; folders behind links are entered once, so that a link to a parent ends. */
async function listFiles(folder: string, prefix: string, entered: Set<string>): Promise<string[]> {
  const here = join(folder, prefix);
  const real = await realpath(here);
  if (entered.has(real)) return [];
  entered.add(real);
  const paths: string[] = [];
  for (const entry of await readdir(here, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await isLinkToFolder(join(folder, path))));
    if (isFolder) paths.push(...(await listFiles(folder, path, entered)));
    else paths.push(path);
  }
  return paths;
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
    if (found.size > most) {
      return { file, reason: phrase('articles.too-large', { bytes: found.size, most }) };
    }
    return { file, bytes: await readFile(path) };
  } catch (error) {
    return { file, reason: phrase('articles.cannot-open', { code: errorCode(error) }) };
  }
}
