import { startSandbox } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { defineCommand } from '../../src/answer/define-command.js';
import { shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

/** So many that the servers, by their ids, are on another than the first, which has the direct messages. */
const SHARDS = 7;

/** Tells over which connection it was asked. */
const where = defineCommand({
  name: 'where',
  description: 'Where this is',
  options: {},
  execute: (_, { connection }) => ({
    kind: 'notice',
    title: `${connection?.shard} of ${connection?.shards}`,
    lines: [],
  }),
});

let running: RunningBot;
beforeAll(async () => {
  running = await runBot({ sandbox: { shards: SHARDS }, commands: [where] });
});
afterAll(() => running.stop());

describe('a bot in more servers than one connection holds', () => {
  it('has as many connections as Discord recommends, and answers over each', async () => {
    const { sandbox } = running;
    const mira = sandbox.as('mira');
    const titles = ['harbour/general', 'library/general', 'dm/mira'].map(async (channel) => {
      return shownBy(await mira.run({ channel, name: 'where' }).reply()).title;
    });
    expect(await Promise.all(titles)).toEqual(['4 of 7', '4 of 7', '0 of 7']);
    expect(sandbox.breaches()).toEqual([]);
  });
});

describe('the local Discord', () => {
  it('closes a connection that would hold more servers than Discord allows', async () => {
    const guilds = Array.from({ length: 2_501 }, (_, i) => ({
      key: `guild-${i}`,
      name: `Guild ${i}`,
      owner: 'mira',
      members: [],
      channels: [],
    }));
    const world = { applicationOwner: 'mira', users: [{ key: 'mira' }], guilds };
    const sandbox = await startSandbox({ world });
    try {
      const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json`);
      socket.once('message', () => {
        const d = { token: sandbox.token, intents: 1, properties: {} };
        socket.send(JSON.stringify({ op: 2, d }));
      });
      const closed = await new Promise<number>((resolve) => {
        socket.once('close', resolve);
      });
      expect(closed).toBe(4011);
    } finally {
      await sandbox.close();
    }
  });
});
