import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdsServer } from '../../src/discord/own-shards.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

let running: KeepingBot;

beforeAll(async () => {
  running = await runKeepingBot();
  // Only servers of which something is kept are noted.
  await running.sandbox
    .as('ines')
    .run({ channel: 'library/general', name: 'settings cooldown', options: { seconds: 0 } })
    .reply();
});
afterAll(() => running.stop());

describe('a server that the bot leaves', () => {
  it('is noted at once, not for an outage, and no longer when the bot is back', async () => {
    const { sandbox } = running;
    const { id } = sandbox.world.server('library');
    const departed = () => running.store.departures.listOlder(new Date(Date.now() + 1_000));
    sandbox.setOutage('library', true);
    sandbox.setOutage('library', false);
    sandbox.removeBot('library');
    await expect.poll(departed).toEqual([id]);
    sandbox.addBot('library');
    await expect.poll(departed).toEqual([]);
  });

  it('is none where it comes over connections of another process', async () => {
    const { sandbox } = running;
    const { id } = sandbox.world.server('library');
    const count = 7;
    const elsewhere = holdsServer({ ids: [0], count }, id) ? 1 : 0;
    await running.restart({ shards: { ids: [elsewhere], count } });
    expect(running.bot.countServers()).toBeLessThan(sandbox.world.servers.length);
    expect(await running.store.departures.listOlder(new Date(Date.now() + 1_000))).toEqual([]);
    await running.restart({ shards: null });
  });

  it('is noted at the next start where it happened while the bot was not there', async () => {
    const { sandbox } = running;
    const { id } = sandbox.world.server('library');
    await running.bot.stop();
    sandbox.removeBot('library');
    await running.restart();
    expect(await running.store.departures.listOlder(new Date(Date.now() + 1_000))).toEqual([id]);
    sandbox.addBot('library');
  });
});
