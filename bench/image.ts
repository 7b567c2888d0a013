import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Instruction, readDockerfile } from './read-dockerfile.js';

/*
 * npm run image    carries out the Dockerfile's steps, each stage in a folder of its own that begins empty, starts what comes of
 *                  it, and asks its health check; for machines without a container engine
 *
 * What a base image brings (Node.js, its users) is this machine's; a RUN of the last stage, which would change it, is left out.
 */

/** Milliseconds until the program has to be healthy. */
const TIMEOUT = 5 * 60_000;

const root = mkdtempSync(join(tmpdir(), 'footnote-image-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

/** Where a stage's files are. */
interface Stage {
  readonly folder: string;
  readonly environment: Record<string, string>;
  workdir: string;
}

const stages = new Map<string, Stage>();
const instructions = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const last = instructions.findLastIndex(({ name }) => name === 'FROM');
let stage: Stage = { folder: root, environment: {}, workdir: '/' };
for (const [i, instruction] of instructions.entries()) {
  console.log(`${instruction.name} ${instruction.words.join(' ')}`);
  carryOut(instruction, i > last);
}
await tryProgram();

function carryOut({ name, words }: Instruction, isLastStage: boolean): void {
  if (name === 'FROM') {
    const called = words[2] ?? 'last';
    stage = { folder: join(root, called), environment: {}, workdir: '/' };
    mkdirSync(stage.folder, { recursive: true });
    stages.set(called, stage);
  } else if (name === 'ENV') {
    for (const word of words)
      stage.environment[word.split('=', 1)[0] ?? ''] = word.slice(word.indexOf('=') + 1);
  } else if (name === 'WORKDIR') {
    stage.workdir = words[0] ?? '/';
    mkdirSync(join(stage.folder, stage.workdir), { recursive: true });
  } else if (name === 'COPY') copy(words);
  else if (name === 'RUN' && !isLastStage) {
    const { status } = spawnSync('bash', ['-c', words.join(' ')], { cwd: here(), stdio: 'inherit' });
    if (status !== 0) throw new Error(`RUN ${words.join(' ')} ended with ${status}.`);
  } else if (name === 'RUN') console.log('  left out: it would change this machine');
}

function here(): string {
  return join(stage.folder, stage.workdir);
}

function copy(words: readonly string[]): void {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.at(-1) ?? '.';
  for (const path of paths.slice(0, -1)) {
    const source = from === undefined ? path : join(stages.get(from)?.folder ?? '', path);
    const isInto = target.endsWith('/') || paths.length > 2;
    const to = join(here(), target, isInto ? basename(path) : '');
    mkdirSync(dirname(to), { recursive: true });
    // As .dockerignore has it.
    const isKept = (file: string): boolean =>
      from !== undefined || !/\/(?:node_modules|dist|\.env)$/u.test(file);
    cpSync(source, to, { recursive: true, filter: isKept, verbatimSymlinks: true });
  }
}

/** Starts what the image starts, as a local Discord, and asks its health check. @throws if it is not healthy in time. */
async function tryProgram(): Promise<void> {
  const command = commandOf('CMD');
  const check = commandOf('HEALTHCHECK');
  const port = await findFreePort();
  const environment = {
    PATH: process.env.PATH,
    ...stage.environment,
    DATA_DIR: join(root, 'data'),
    HEALTH_PORT: String(port),
    PORT: '0',
  };
  const started = spawn(command[0] ?? '', command.slice(1), {
    cwd: here(),
    env: environment,
    stdio: 'inherit',
  });
  try {
    const until = Date.now() + TIMEOUT;
    for (;;) {
      const { status } = spawnSync(check[0] ?? '', check.slice(1), { cwd: here(), env: environment });
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (status === 0 && ready) break;
      if (Date.now() > until || started.exitCode !== null) throw new Error('It is not healthy in time.');
      await wait(500);
    }
    console.log('It runs, is healthy and answers.');
  } finally {
    started.kill('SIGTERM');
  }
}

/** The words of a command that is written as a list. */
function commandOf(name: string): string[] {
  const words = instructions.findLast((one) => one.name === name)?.words.join(' ') ?? '';
  const list: unknown = JSON.parse(words.slice(words.indexOf('[')));
  if (!Array.isArray(list)) throw new Error(`${name} is no list.`);
  return list.map(String);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
