import { createServer } from 'node:net';
import { startSandbox } from 'local-discord';
import { describe, expect, it } from 'vitest';
import { textOf } from '../discord/read-message.js';
import { startPrograms } from './running-program.js';

const start = startPrograms();

describe('the program', () => {
  it('brings up the local Discord without a token, answers on its page, and leaves at SIGTERM', async () => {
    const program = start({});
    const output = await program.said('in your browser');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/u.exec(output) ?? [];
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<!doctype html>');
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
  });

  it('connects with a token to the server that DISCORD_API_URL names, and registers its commands there', async () => {
    const sandbox = await startSandbox({ token: 'test.token' });
    try {
      const program = start({ DISCORD_TOKEN: 'test.token', DISCORD_API_URL: sandbox.apiUrl });
      await program.said('connected to Discord');
      const message = sandbox.as('mira').say('harbour/general', '@bot How many boats sank?');
      expect(textOf(await message.answer())).toContain('14');
      expect(sandbox.commands().map(({ name }) => name)).toContain('ask');
      expect(sandbox.breaches()).toEqual([]);
      program.child.kill('SIGINT');
      expect(await program.closed).toBe(0);
      expect(program.written.stdout).not.toContain('test.token');
    } finally {
      await sandbox.close();
    }
  });

  it('says in one sentence that its port is taken, and fails', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
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
  ])('says what is wrong with %j and fails', async (environment, message) => {
    const program = start({ LOG_LEVEL: 'silent', ...environment });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toBe(message);
  });
});
