import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Sandbox, startSandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../discord/read-message.js';
import { get, readValue } from './health-answers.js';
import { MALFORMED_FRAMES } from './malformed-frames.js';
import { type RunningProgram, startPrograms } from './running-program.js';

const start = startPrograms();

/** One program, which must still be there after each of these. */
describe('the program with a token', () => {
  let sandbox: Sandbox;
  let program: RunningProgram;
  let endDelay: () => void;
  beforeAll(async () => {
    sandbox = await startSandbox({ token: 'test.token', shards: 2 });
    // Two seconds in which the program is up and Discord is not.
    endDelay = sandbox.faults.failRest({ path: /\/gateway\/bot/u, delayMs: 2_000, times: 1 });
    program = start({
      DISCORD_TOKEN: 'test.token',
      DISCORD_API_URL: sandbox.apiUrl,
      HEALTH_PORT: '0',
      COOLDOWN_SECONDS: '0',
    });
  });
  afterAll(() => sandbox.close());

  const ask = async (): Promise<string> =>
    textOf(await sandbox.as('mira').say('harbour/general', '@bot How many boats sank?').answer());

  it('tells on HEALTH_PORT whether it lives and answers, and what it did', async () => {
    const early = await program.said('health is served');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/u.exec(early) ?? [];
    expect(await get(address, '/livez')).toEqual({ status: 200, body: 'live\n' });
    expect(await get(address, '/readyz')).toEqual({
      status: 503,
      body: 'The bot is not connected to Discord.\n',
    });
    await program.said('connected to Discord');
    endDelay();
    await expect.poll(() => get(address, '/readyz')).toEqual({ status: 200, body: 'ready\n' });

    const mira = sandbox.as('mira');
    const options = { question: 'How many boats sank?' };
    const asked = mira.run({ channel: 'harbour/general', name: 'ask', options });
    expect(textOf(await asked.reply())).toContain('14');
    const oskar = sandbox.as('oskar');
    await oskar.run({ channel: 'harbour/general', name: 'reload', options: { which: 'shared' } }).reply();
    await expect
      .poll(async () => {
        const { body } = await get(address, '/metrics');
        return readValue(body, 'footnote_interactions_total', { command: 'reload', outcome: 'answered' });
      })
      .toBe(1);
    const { body } = await get(address, '/metrics');
    const ask = { event: 'command', command: 'ask' };
    expect(readValue(body, 'footnote_interactions_total', { ...ask, outcome: 'answered' })).toBe(1);
    expect(readValue(body, 'footnote_interaction_seconds_count', ask)).toBe(1);
    expect(readValue(body, 'footnote_replies_total', { command: 'ask', kind: 'answer' })).toBe(1);
    expect(readValue(body, 'footnote_reloads_total', { which: 'shared', outcome: 'done' })).toBe(1);
    expect(readValue(body, 'footnote_readings_total', { kind: 'parse', outcome: 'done' })).toBeGreaterThan(0);
    expect(readValue(body, 'footnote_gateway_shard_ready', { shard: '0' })).toBe(1);
    expect(readValue(body, 'footnote_gateway_shard_ready', { shard: '1' })).toBe(1);
    expect(readValue(body, 'footnote_queue_waiting', { queue: 'questions', share: 'all' })).toBe(0);
    expect(readValue(body, 'footnote_queue_waiting', { queue: 'threads', share: 'busiest_server' })).toBe(0);
    expect(readValue(body, 'footnote_unforeseen_errors')).toBe(0);
    expect(readValue(body, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    // Not a single label that names a server, a person or a channel.
    expect(body).not.toMatch(/"\d{15,}"/u);

    expect((await get(address, '/metrics', 'POST')).status).toBe(405);
    expect((await get(address, '/')).status).toBe(404);
    expect((await get(address, '/livez?probe=1')).status).toBe(200);
  });

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

  it('that the port of its health is taken, and fails', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const program = start({ HEALTH_PORT: String(port), LOG_LEVEL: 'silent' });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toBe(
      `Port ${port} is taken on 127.0.0.1: set HEALTH_PORT to another one, or to 0 for any that is free.\n`,
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
