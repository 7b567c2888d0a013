import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';

/** Starts programs for the tests of a file, each ended after its test. */
export function startPrograms() {
  const running: ChildProcess[] = [];

  const data = mkdtempSync(join(tmpdir(), 'footnote-data-'));

  afterAll(() => rmSync(data, { recursive: true }));

  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  /** The program as `npm start` runs it, with what it has written and a wait for a text in it. */
  function start(environment: Record<string, string>) {
    const child = spawn(process.execPath, ['dist/src/app/main.js'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: '',
        SEEDS_DIR: 'test/fixtures/pier',
        DATA_DIR: data,
        PORT: '0',
        ...environment,
      },
    });
    running.push(child);
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => {
      written.stdout += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      written.stderr += data.toString();
    });
    const closed = new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    const said = async (text: string): Promise<string> => {
      while (!written.stdout.includes(text)) {
        if (child.exitCode !== null) throw new Error(`ended with: ${written.stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return written.stdout;
    };
    return { child, written, closed, said };
  }
  return start;
}
