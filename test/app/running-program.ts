import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The program as `npm start` runs it, with what it has written. */
export interface RunningProgram {
  readonly child: ChildProcessWithoutNullStreams;
  readonly written: { stdout: string; stderr: string };
  /** Its exit code, once it has ended and all that it wrote is there. */
  readonly closed: Promise<number | null>;
  /** What it has written, once a text is in it; throws if it ends before. */
  readonly said: (text: string) => Promise<string>;
}

/** Starts programs for the tests of a file, which end with it at the latest. */
export function startPrograms(): (environment: Record<string, string>) => RunningProgram {
  const running: ChildProcess[] = [];

  const data = mkdtempSync(join(tmpdir(), 'footnote-data-'));

  afterAll(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    rmSync(data, { recursive: true });
  });

  return (environment) => {
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
  };
}
