import { startSandbox } from 'local-discord';
import { expect, it } from 'vitest';
import { textOf } from '../discord/read-message.js';
import { startPrograms } from './running-program.js';

const start = startPrograms();

const INTERACTION = { id: '1', application_id: '2', token: 't', version: 1, guild_id: '3', channel_id: '4' };
const dispatch = (t: string | null, d: unknown): string => JSON.stringify({ op: 0, s: 1, t, d });

/** What no gateway should send, and some have: parts that are missing, that are null, or that are of another kind. */
const FRAMES: readonly string[] = [
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 2, data: { id: '5', name: 'ask', type: 1 } }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 2 }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 3, member: {}, data: { custom_id: 5 } }),
  dispatch('INTERACTION_CREATE', { ...INTERACTION, type: 99, user: null }),
  dispatch('INTERACTION_CREATE', null),
  dispatch('INTERACTION_CREATE', 'a text'),
  dispatch('MESSAGE_CREATE', { id: '6', channel_id: '4', content: 'Hello?' }),
  dispatch('MESSAGE_CREATE', { id: '6', channel_id: '4', content: null, author: {}, mentions: 'none' }),
  dispatch('MESSAGE_CREATE', null),
  dispatch('MESSAGE_UPDATE', []),
  dispatch('MESSAGE_DELETE', null),
  dispatch('GUILD_CREATE', null),
  dispatch('GUILD_CREATE', { id: '7', channels: [null], members: {}, roles: 5 }),
  dispatch('GUILD_DELETE', null),
  dispatch('GUILD_ROLE_UPDATE', { guild_id: '3' }),
  dispatch('CHANNEL_CREATE', null),
  dispatch('CHANNEL_UPDATE', { id: {}, type: 'text' }),
  dispatch('THREAD_LIST_SYNC', {}),
  dispatch('GUILD_MEMBER_UPDATE', { guild_id: null }),
  dispatch('NO_SUCH_EVENT', null),
  dispatch(null, null),
  '{"op":0,"t":"MESSAGE_CREATE"',
  'null',
  '17',
  '[]',
  '{"op":"zero"}',
  '{"op":999,"d":null}',
  '{"op":11,"d":{}}',
];

it('frames that make no sense, one by one and each three times, do not end the program, and it answers', async () => {
  const sandbox = await startSandbox({ token: 'test.token' });
  try {
    const program = start({
      DISCORD_TOKEN: 'test.token',
      DISCORD_API_URL: sandbox.apiUrl,
      COOLDOWN_SECONDS: '0',
    });
    await program.said('connected to Discord');
    for (const times of [1, 3]) {
      for (let i = 0; i < times; i += 1) for (const frame of FRAMES) sandbox.faults.sendFrame(frame);
      const message = sandbox.as('mira').say('harbour/general', '@bot How many boats sank?');
      expect(textOf(await message.answer())).toContain('14');
    }
    expect(program.child.exitCode).toBe(null);
    expect(program.written.stdout).toMatch(/made no sense|nobody foresaw/u);
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
  } finally {
    await sandbox.close();
  }
});

it('whose standard output nobody reads any more goes on, and leaves at SIGTERM', async () => {
  const sandbox = await startSandbox({ token: 'test.token' });
  try {
    const program = start({ DISCORD_TOKEN: 'test.token', DISCORD_API_URL: sandbox.apiUrl });
    await program.said('"msg"');
    program.child.stdout.destroy();
    await expect.poll(() => sandbox.commands().length, { timeout: 60_000 }).toBeGreaterThan(0);
    const message = sandbox.as('mira').say('harbour/general', '@bot How many boats sank?');
    expect(textOf(await message.answer())).toContain('14');
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
  } finally {
    await sandbox.close();
  }
});

it('a data folder that cannot be made ends the program with one sentence', async () => {
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
