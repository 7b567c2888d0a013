import { createServer } from 'node:net';
import { startSandbox } from 'local-discord';
import { describe, expect, it } from 'vitest';
import { textOf } from '../discord/read-message.js';
import { startPrograms } from './running-program.js';

const start = startPrograms();

/** What is answered at a path, and how. */
async function get(address: string, path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  const response = await fetch(`${address}${path}`, { method });
  return { status: response.status, body: await response.text() };
}

/** The value of a metric with all these labels, as it stands in the text. */
function readValue(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const line = text
    .split('\n')
    .find(
      (one) =>
        one.split(/[{ ]/u, 1)[0] === name &&
        Object.entries(labels).every(([key, value]) => one.includes(`${key}="${value}"`)),
    );
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(' ') + 1));
}

describe('HEALTH_PORT', () => {
  it('tells whether the program lives and answers, what it did, and that it leaves', async () => {
    const sandbox = await startSandbox({ token: 'test.token', shards: 2 });
    try {
      // Two seconds in which the program is up and Discord is not.
      const end = sandbox.faults.failRest({ path: /\/gateway\/bot/u, delayMs: 2_000, times: 1 });
      const program = start({
        DISCORD_TOKEN: 'test.token',
        DISCORD_API_URL: sandbox.apiUrl,
        HEALTH_PORT: '0',
        COOLDOWN_SECONDS: '0',
      });
      const early = await program.said('health is served');
      const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/u.exec(early) ?? [];
      expect(await get(address, '/livez')).toEqual({ status: 200, body: 'live\n' });
      expect(await get(address, '/readyz')).toEqual({
        status: 503,
        body: 'The bot is not connected to Discord.\n',
      });
      await program.said('connected to Discord');
      end();
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
      expect(readValue(body, 'footnote_readings_total', { kind: 'parse', outcome: 'done' })).toBeGreaterThan(
        0,
      );
      expect(readValue(body, 'footnote_gateway_shard_ready', { shard: '0' })).toBe(1);
      expect(readValue(body, 'footnote_gateway_shard_ready', { shard: '1' })).toBe(1);
      expect(readValue(body, 'footnote_queue_waiting', { queue: 'questions', share: 'all' })).toBe(0);
      expect(readValue(body, 'footnote_queue_waiting', { queue: 'threads', share: 'busiest_server' })).toBe(
        0,
      );
      expect(readValue(body, 'footnote_unforeseen_errors')).toBe(0);
      expect(readValue(body, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
      // Not a single label that names a server, a person or a channel.
      expect(body).not.toMatch(/"\d{15,}"/u);

      expect((await get(address, '/metrics', 'POST')).status).toBe(405);
      expect((await get(address, '/')).status).toBe(404);
      expect((await get(address, '/livez?probe=1')).status).toBe(200);
      expect(sandbox.breaches()).toEqual([]);
      program.child.kill('SIGTERM');
      expect(await program.closed).toBe(0);
    } finally {
      await sandbox.close();
    }
  });

  it('that is taken ends the start with a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const program = start({ HEALTH_PORT: String(port), LOG_LEVEL: 'silent' });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toBe(
      `Port ${port} is taken on 127.0.0.1: set HEALTH_PORT to another one, or to 0 for any that is free.\n`,
    );
    other.close();
  });
});
