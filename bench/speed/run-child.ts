import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Mebibytes for the objects of a child: the engines that we compare with need more than Node gives by itself. */
const MEMORY = 6_000;

/** Characters of JSON that a child may print. */
const LONGEST_OUTPUT = 10_000_000;

/** What a script of this folder prints as JSON in its last line, run in a process of its own, so that its memory is its own. */
export async function runChild(script: string, ...words: readonly string[]): Promise<unknown> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(process.execPath, [`--max-old-space-size=${MEMORY}`, path, ...words], {
    maxBuffer: LONGEST_OUTPUT,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null');
}
