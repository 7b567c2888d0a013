import { startSandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { textOf } from '../discord/read-message.js';
import { startPrograms } from './running-program.js';

const start = startPrograms();

describe.skipIf(!HAS_POSTGRES)('PROCESSES (skipped without PostgreSQL)', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  it('divide the connections, are started again when they end, and leave together', async () => {
    const sandbox = await startSandbox({ token: 'test.token', shards: 4, timing: { waitMs: 60_000 } });
    try {
      const program = start({
        DISCORD_TOKEN: 'test.token',
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_URL: await server.schema(),
        PROCESSES: '2',
        COOLDOWN_SECONDS: '0',
      });
      const lines = (text: string): string[] =>
        program.written.stdout.split('\n').filter((line) => line.includes(text));
      const connected = async (count: number) =>
        expect.poll(() => lines('connected to Discord').length, { timeout: 60_000 }).toBe(count);
      await connected(2);
      const started = lines('process started').map((line) => JSON.parse(line));
      expect(started.map(({ shards }) => shards)).toEqual(['0-1', '2-3']);
      const ask = async (channel: string): Promise<string> => {
        const asked = sandbox.as('mira').run({
          channel,
          name: 'ask',
          options: { question: 'How many boats sank?' },
        });
        return textOf(await asked.reply());
      };
      const channels = ['harbour/general', 'library/general', 'dm/mira'];
      for (const answer of await Promise.all(channels.map(ask))) expect(answer).toContain('14');
      process.kill(started[0].process, 'SIGKILL');
      await connected(3);
      for (const answer of await Promise.all(channels.map(ask))) expect(answer).toContain('14');
      expect(sandbox.breaches()).toEqual([]);
      program.child.kill('SIGTERM');
      expect(await program.closed).toBe(0);
    } finally {
      await sandbox.close();
    }
  }, 180_000);

  it('end with the sentence of one that cannot start', async () => {
    const sandbox = await startSandbox({ token: 'test.token', shards: 2 });
    const program = start({
      DISCORD_TOKEN: 'test.token',
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: server.urlWith({ database: 'nowhere' }),
      PROCESSES: '2',
      LOG_LEVEL: 'silent',
    });
    expect(await program.closed).toBe(1);
    expect(program.written.stderr).toContain('/nowhere (DATABASE_URL) is not there: create it');
    await sandbox.close();
  }, 60_000);
});
