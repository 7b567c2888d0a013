import { Events } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;

beforeAll(async () => {
  bot = await connectBot();
});
afterAll(() => bot.stop());

/** Who the client is told of by an event, the next time that it comes. */
function nextNamed(event: string): Promise<string> {
  return new Promise((resolve) => bot.client.once(event, (item: { name: string }) => resolve(item.name)));
}

test('an outage makes a server unavailable, and its end brings all of it back', async () => {
  const { client, sandbox } = bot;
  const removed: string[] = [];
  client.on(Events.GuildDelete, (guild) => removed.push(guild.name));
  const out = nextNamed(Events.GuildUnavailable);
  sandbox.setOutage('harbour', true);
  expect(await out).toBe('Harbour News');
  expect(() => sandbox.as('mira').say('harbour/general', 'Hello?')).toThrow(
    'mira may not send messages in harbour/general.',
  );
  const back = nextNamed(Events.GuildAvailable);
  sandbox.setOutage('harbour', false);
  expect(await back).toBe('Harbour News');
  expect(removed).toEqual([]);
  expect(sandbox.as('mira').say('harbour/general', 'Hello!').message.content).toBe('Hello!');
});

test('a bot that is removed and added again is told both, and is seen gone meanwhile', async () => {
  const { client, sandbox } = bot;
  const { id } = sandbox.world.place('library/general');
  const left = nextNamed(Events.GuildDelete);
  sandbox.removeBot('library');
  expect(await left).toBe('The Reading Room');
  await expect(client.rest.get(`/channels/${id}`)).rejects.toMatchObject({ code: 50001 });
  const joined = nextNamed(Events.GuildCreate);
  sandbox.addBot('library');
  expect(await joined).toBe('The Reading Room');
  expect(await client.rest.get(`/channels/${id}`)).toMatchObject({ name: 'general' });
});

test('a role that is deleted is gone from the client and from its members', async () => {
  const gone = nextNamed(Events.GuildRoleDelete);
  bot.sandbox.removeRole('harbour', 'Moderator');
  expect(await gone).toBe('Moderator');
  const { world } = bot.sandbox;
  const { user } = world.person('ines');
  expect(world.server('harbour').members.get(user.id)?.roles).toEqual([]);
  expect(() => bot.sandbox.removeRole('harbour', 'Moderator')).toThrow(
    'There is no role "Moderator" in the local Discord; there are: @everyone.',
  );
  expect(() => bot.sandbox.removeRole('harbour', '@everyone')).toThrow('Nobody can delete @everyone');
});

test('a member is given exactly the roles that are named', () => {
  const { world } = bot.sandbox;
  const manageGuild = 1n << 5n;
  const may = () =>
    (world.permissions(world.server('library').id, world.person('mira').user.id) & manageGuild) !== 0n;
  bot.sandbox.setRoles('library', 'mira', ['Moderator']);
  expect(may()).toBe(true);
  bot.sandbox.setRoles('library', 'mira', []);
  expect(may()).toBe(false);
  expect(() => bot.sandbox.setRoles('library', 'tomas', [])).toThrow('tomas is no member of library.');
});

test('a channel that is deleted takes its threads and messages with it', async () => {
  const { client, sandbox } = bot;
  const { message } = sandbox.as('mira').say('harbour/newsroom', '@bot a long story');
  const started = nextNamed(Events.ThreadCreate);
  await client.rest.post(`/channels/${message.channel_id}/messages/${message.id}/threads`, {
    body: { name: 'The story' },
  });
  await started;
  const threadGone = nextNamed(Events.ThreadDelete);
  sandbox.removeChannel(message.id);
  expect(await threadGone).toBe('The story');
  const gone = nextNamed(Events.ChannelDelete);
  sandbox.removeChannel('harbour/newsroom');
  expect(await gone).toBe('newsroom');
  await expect(client.rest.get(`/channels/${message.channel_id}`)).rejects.toMatchObject({ code: 10003 });
  expect(() => sandbox.removeChannel('dm/mira')).toThrow('dm/mira cannot be deleted: it is in no server.');
});

test('a response to what was asked in a deleted channel finds it unknown', async () => {
  await bot.client.application.commands.set([{ name: 'go', description: 'Goes' }]);
  const failed = new Promise((resolve) =>
    bot.client.once(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      bot.sandbox.removeChannel('library/archive');
      interaction.reply('Where?').catch(resolve);
    }),
  );
  bot.sandbox.as('mira').run({ channel: 'library/archive', name: 'go' });
  expect(await failed).toMatchObject({ code: 10003, status: 404 });
  expect(bot.sandbox.breaches()).toEqual([]);
});
