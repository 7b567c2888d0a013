import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Characters of JSON that a child may print. */
const LONGEST_OUTPUT = 10_000_000;

/** What a script of this folder prints as JSON in its last line, run in a process of its own, so that its memory is its own; with as many mebibytes for its objects as Node gives if none are named. */
export async function runChild(script: string, words: readonly string[], memory?: number): Promise<unknown> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const room = memory === undefined ? [] : [`--max-old-space-size=${memory}`];
  const { stdout } = await run(process.execPath, [...room, path, ...words], {
    maxBuffer: LONGEST_OUTPUT,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null');
}
