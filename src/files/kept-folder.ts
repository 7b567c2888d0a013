import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { giveWay } from '../scheduling/give-way.js';
import { errorCode } from './error-code.js';

/** A folder of files that can be made again: each is there whole, as it was written, or not at all. */
export interface KeptFolder {
  /** The bytes of a file; null where there is none, or it is not as it was written. @throws what else the file system throws. */
  read(name: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Writes a file in place of any with its name, in one step. @throws what the file system throws. */
  write(name: string, parts: Iterable<Uint8Array>): Promise<void>;
  list(): Promise<readonly string[]>;
  /** The bytes of a file and when it was written; none and 0 where it is gone. */
  measure(name: string): Promise<{ readonly size: number; readonly writtenAt: number }>;
  remove(name: string): Promise<void>;
}

/** What each file begins with; a checksum of the rest follows. */
const MARK = Buffer.from('footnote kept 1\n');
const HEAD = MARK.length + 4;

/** The ending of what is not whole yet; one that a killed process leaves behind is mostly overwritten by the next with its number. */
const UNFINISHED = '.tmp';

/** Only the bot's own user reads what is kept. */
const PRIVATE = { folder: 0o700, file: 0o600 };

/** Bytes that are summed or written in one step: a few milliseconds. */
const STEP = 1 << 22;

/** The folder of that path, which is made when something is written. */
export function openKeptFolder(path: string): KeptFolder {
  let writings = 0;
  return {
    async read(name) {
      const bytes = await readFile(join(path, name)).catch((error: unknown) => {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      });
      if (bytes === null || bytes.length < HEAD || !bytes.subarray(0, MARK.length).equals(MARK)) return null;
      const body = bytes.subarray(HEAD);
      return (await sum([body])) === bytes.readUInt32LE(MARK.length) ? body : null;
    },
    async write(name, parts) {
      await mkdir(path, { recursive: true, mode: PRIVATE.folder });
      const all = [...parts];
      const checksum = Buffer.alloc(4);
      checksum.writeUInt32LE(await sum(all));
      // Several processes may keep the same things at the same time.
      writings += 1;
      const unfinished = join(path, `${process.pid}-${writings}${UNFINISHED}`);
      try {
        const file = await open(unfinished, 'w', PRIVATE.file);
        try {
          for (const part of [MARK, checksum, ...all]) await file.writeFile(part);
        } finally {
          await file.close();
        }
        await rename(unfinished, join(path, name));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async list() {
      const names = await readdir(path).catch(() => []);
      return names.filter((name) => !name.endsWith(UNFINISHED));
    },
    async measure(name) {
      const found = await stat(join(path, name)).catch(() => null);
      return { size: found?.size ?? 0, writtenAt: found?.mtimeMs ?? 0 };
    },
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

/** The CRC-32 of parts one behind the other. */
async function sum(parts: readonly Uint8Array[]): Promise<number> {
  let value = 0;
  let summed = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += STEP) {
      const piece = part.subarray(at, at + STEP);
      value = crc32(piece, value);
      summed += piece.length;
      if (summed < STEP) continue;
      summed = 0;
      await giveWay();
    }
  }
  return value;
}
