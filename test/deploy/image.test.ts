import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDockerfile } from '../../bench/read-dockerfile.js';

const steps = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const lastStage = steps.slice(steps.findLastIndex(({ name }) => name === 'FROM'));
const copied = steps
  .filter(({ name, words }) => name === 'COPY' && !words.some((word) => word.startsWith('--from=')))
  .flatMap(({ words }) => words.slice(0, -1));
const settings = new Set(
  [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gmu)].map(([, name = '']) => name),
);

describe('the image', () => {
  it('copies what there is, and only what .dockerignore lets through', () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const letThrough = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const isLetThrough = (path: string): boolean =>
      letThrough.some((root) => path === root || path.startsWith(`${root}/`));
    expect(copied.filter((path) => !isLetThrough(path))).toEqual([]);
    // Every folder that the program reads at run time is in its last stage.
    const kept = lastStage.filter(({ name }) => name === 'COPY').flatMap(({ words }) => words.at(-1));
    expect(kept).toEqual(expect.arrayContaining(['dist', 'node_modules', 'locales', 'models', 'seeds']));
  });

  it('runs as an ordinary user to whom the code does not belong, with a health check and no shell between', () => {
    const names = lastStage.map(({ name }) => name);
    expect(lastStage.find(({ name }) => name === 'USER')?.words).toEqual(['node']);
    expect(names.lastIndexOf('COPY')).toBeLessThan(names.indexOf('USER'));
    expect(lastStage.some(({ words }) => words.some((word) => word.startsWith('--chown')))).toBe(false);
    expect(lastStage.find(({ name }) => name === 'CMD')?.words.join(' ')).toBe(
      '["node", "dist/src/app/main.js"]',
    );
    expect(names).toContain('HEALTHCHECK');
    const environment = lastStage.filter(({ name }) => name === 'ENV').flatMap(({ words }) => words);
    const own = environment.map((word) => word.split('=', 1)[0] ?? '').filter((name) => name !== 'NODE_ENV');
    expect(own.filter((name) => !settings.has(name))).toEqual([]);
  });
});

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()),
      read_only: z.boolean().optional(),
      cap_drop: z.array(z.string()).optional(),
    }),
  ),
});

describe('compose.yaml', () => {
  it('gives the bot settings that there are, a database, and no right that it does not need', () => {
    const { services } = composeSchema.parse(parse(readFileSync('compose.yaml', 'utf8')));
    const { footnote, database } = services;
    const names = Object.keys(footnote?.environment ?? {});
    expect(names.filter((name) => !settings.has(name))).toEqual([]);
    expect(footnote?.environment.DATABASE_URL).toContain('@database:5432/footnote');
    expect(footnote).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(database?.environment).toMatchObject({ POSTGRES_USER: 'footnote', POSTGRES_DB: 'footnote' });
  });
});

describe('the systemd unit', () => {
  const path = 'deploy/systemd/footnote.service';

  it('starts the program, again where it ends, and gives it time to leave', () => {
    const unit = readFileSync(path, 'utf8');
    expect(unit).toContain('ExecStart=/usr/bin/node dist/src/app/main.js\n');
    expect(unit).toContain('Restart=always\n');
    expect(unit).toContain('TimeoutStopSec=20\n');
    // V8 makes memory executable, and would not start with it.
    expect(unit).not.toContain('MemoryDenyWriteExecute=yes');
  });

  const tool = spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });
  it.skipIf(tool.error !== undefined)('is taken by systemd itself (skipped without systemd-analyze)', () => {
    // The program's user and folder are not on this machine; what is not known or misspelt is told too.
    expect(tool.stderr).not.toMatch(/Unknown|Failed to parse|Invalid/u);
  });
});
