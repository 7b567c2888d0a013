import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { giveWay } from '../scheduling/give-way.js';
import { errorCode } from './error-code.js';

/** A folder of files that can be made again: each is there whole, as it was written, or not at all. */
export interface KeptFolder {
  /** The bytes of a file; null if there is none, or it is not as it was written. @throws what else the file system throws. */
  read(name: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Writes a file in place of any with its name, in one step. @throws what the file system throws. */
  write(name: string, parts: Iterable<Uint8Array>): Promise<void>;
  list(): Promise<readonly string[]>;
  /** The bytes of a file and when it was written; none and 0 if it is gone. */
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
      const file = await open(join(path, name)).catch((error: unknown) => {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      });
      if (file === null) return null;
      try {
        return await readWhole(file);
      } finally {
        await file.close();
      }
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
          for (const block of inBlocks([MARK, checksum, ...all])) await file.writeFile(block);
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

/** What is behind the head of a file; null if that is not as it was written. In steps, each of which is summed while others have their turn. */
async function readWhole(file: FileHandle): Promise<Buffer<ArrayBuffer> | null> {
  const { size } = await file.stat();
  if (size < HEAD) return null;
  const head = Buffer.alloc(HEAD);
  // Of its own, so that it begins where numbers may.
  const body = Buffer.from(new ArrayBuffer(size - HEAD));
  await file.read(head, 0, HEAD, 0);
  if (!head.subarray(0, MARK.length).equals(MARK)) return null;
  let value = 0;
  for (let at = 0; at < body.length; ) {
    const { bytesRead } = await file.read(body, at, Math.min(STEP, body.length - at), HEAD + at);
    if (bytesRead === 0) return null;
    value = crc32(body.subarray(at, at + bytesRead), value);
    at += bytesRead;
  }
  return value === head.readUInt32LE(MARK.length) ? body : null;
}

/** Parts one behind the other in blocks of a step or a little more: a library has thousands of them. */
function* inBlocks(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let block: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    block.push(part);
    length += part.length;
    if (length < STEP) continue;
    yield block.length === 1 ? part : Buffer.concat(block);
    [block, length] = [[], 0];
  }
  yield Buffer.concat(block);
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
