import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Sandbox, startSandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../discord/read-message.js';
import { MALFORMED_FRAMES } from './malformed-frames.js';
import { type RunningProgram, startPrograms } from './running-program.js';

const start = startPrograms();

describe('the program without a token', () => {
  it('brings up the local Discord, answers on its page, and leaves at SIGTERM', async () => {
    const program = start({});
    const output = await program.said('in your browser');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/u.exec(output) ?? [];
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<!doctype html>');
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
  });
});

/** One program, which must still be there after each of these. */
describe('the program with a token', () => {
  let sandbox: Sandbox;
  let program: RunningProgram;
  beforeAll(async () => {
    sandbox = await startSandbox({ token: 'test.token' });
    program = start({
      DISCORD_TOKEN: 'test.token',
      DISCORD_API_URL: sandbox.apiUrl,
      COOLDOWN_SECONDS: '0',
    });
    await program.said('connected to Discord');
  });
  afterAll(() => sandbox.close());

  const ask = async (): Promise<string> =>
    textOf(await sandbox.as('mira').say('harbour/general', '@bot How many boats sank?').answer());

  it('connects to the server that DISCORD_API_URL names, and registers its commands there', async () => {
    expect(await ask()).toContain('14');
    expect(sandbox.commands().map(({ name }) => name)).toContain('ask');
  });

  it.each([1, 3])('is not ended by frames that make no sense, each %i times, and answers', async (times) => {
    for (let i = 0; i < times; i += 1) for (const frame of MALFORMED_FRAMES) sandbox.faults.sendFrame(frame);
    expect(await ask()).toContain('14');
    expect(program.child.exitCode).toBe(null);
    expect(program.written.stdout).toMatch(/made no sense|nobody foresaw/u);
  });

  it('goes on if nobody reads its standard output any more, and leaves at SIGINT', async () => {
    program.child.stdout.destroy();
    expect(await ask()).toContain('14');
    program.child.kill('SIGINT');
    expect(await program.closed).toBe(0);
    expect(program.written.stdout).not.toContain('test.token');
    expect(sandbox.breaches()).toEqual([]);
  });
});

describe('the program says in one sentence', () => {
  it('that its port is taken, and fails', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const program = start({ PORT: String(port) });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toBe(
      `Port ${port} is taken: set PORT to another one, or to 0 for any that is free.\n`,
    );
    other.close();
  });

  it.each([
    [
      { DISCORD_TOKEN: 'abc', DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      'There is no reaching the server at http://127.0.0.1:9/api (DISCORD_API_URL) (ECONNREFUSED): check the address and that it runs, then start again.\n',
    ],
    [{ PORT: 'many' }, 'PORT is not a port number from 0 to 65535 (many).\n'],
    [
      { SEEDS_DIR: 'nowhere' },
      'The folder of the articles, nowhere, cannot be read (ENOENT); check SEEDS_DIR or --seeds.\n',
    ],
  ])('what is wrong with %j and fails', async (environment, message) => {
    const program = start({ LOG_LEVEL: 'silent', ...environment });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toBe(message);
  });

  it('that a data folder cannot be made, and fails', async () => {
    const folders = ['/proc/footnote/data', '/dev/null/data', '/proc/self/fd/none/a/b'];
    await Promise.all(
      folders.map(async (folder) => {
        const program = start({ DATA_DIR: folder });
        expect(await program.closed).toBe(1);
        expect(program.written.stderr).toMatch(
          /^The data folder \S+ cannot be made \(\w+\); set DATA_DIR to a folder that the bot’s user may write to\.\n$/u,
        );
      }),
    );
  });
});
