import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellOfFeed } from '../../src/app/tell-of-feed.js';
import { holdsServer } from '../../src/discord/own-shards.js';
import { phrase } from '../../src/messages/phrase.js';
import type { FeedTurn } from '../../src/server/feeds/read-due-feeds.js';
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

describe('whoever follows a feed', () => {
  const DUE = new Date('2031-05-01T08:00:00Z');

  function turnOf(turn: FeedTurn['turn'], addedBy: string | null): FeedTurn {
    const { sandbox } = running;
    const problem = phrase('sources.feed-no-more');
    const state = {
      title: 'The *Port* Post',
      dueAt: DUE,
      readAt: DUE,
      failingSince: turn === 'failing' ? DUE : null,
      failures: 1,
      problem: turn === 'failing' ? problem : null,
      etag: null,
      lastModified: null,
      seen: [],
    };
    const guildId = sandbox.world.server('library').id;
    const how = { url: 'https://site.example/feed', most: 10, whenGone: 'keep', addedAt: DUE } as const;
    return { feed: { ...state, ...how, guildId, addedBy }, state, turn };
  }

  const inbox = (name: string): string[] =>
    running.sandbox.messages(`dm/${name}`, { as: name }).map(({ message }) => message.content);

  it('is told once in direct messages that it fails, and once that it is well, in the server’s language', async () => {
    const { sandbox, bot } = running;
    const { id } = sandbox.world.person('ines').user;
    const { name } = sandbox.world.server('library');
    for (const turn of ['failing', 'well'] as const) {
      const telling = tellOfFeed(turnOf(turn, id));
      if (telling !== null) await bot.tell(telling);
    }
    expect(inbox('ines')).toEqual([
      `The feed “The \\*Port\\* Post”, which you follow in ${name}, cannot be read: There is no feed at this address any more. Its articles stay, and it is tried again by itself, after an hour and then ever more seldom. You are told when it is well again; /source list says how it is.`,
      `The feed “The \\*Port\\* Post”, which you follow in ${name}, can be read again.`,
    ]);
    await sandbox
      .as('ines')
      .run({ channel: 'library/general', name: 'settings language', options: { language: 'de' } })
      .reply();
    const telling = tellOfFeed(turnOf('well', id));
    if (telling !== null) await bot.tell(telling);
    expect(inbox('ines').at(-1)).toMatch(/^Der Feed „The/u);
  });

  it('is left alone where it is not known who that is, or no message can be sent', async () => {
    expect(tellOfFeed(turnOf('failing', null))).toBeNull();
    const telling = tellOfFeed(turnOf('failing', '999999999999999999'));
    if (telling !== null) await expect(running.bot.tell(telling)).resolves.toBeUndefined();
  });
});

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
