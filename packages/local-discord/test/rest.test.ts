import { ChannelType, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;
let general: TextChannel;

beforeEach(async () => {
  bot = await connectBot();
  const channel = await bot.client.channels.fetch(bot.sandbox.world.place('harbour/general').id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('harbour/general is no text channel.');
  general = channel;
});
afterEach(() => bot.stop());

/** Asks the REST API as the bot, without a client in between. */
function ask(
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${bot.sandbox.apiUrl}/v10${path}`, {
    ...init,
    headers: {
      authorization: `Bot ${bot.sandbox.token}`,
      'content-type': 'application/json',
      ...init.headers,
    },
  });
}

test('a request without the right token is 401', async () => {
  for (const authorization of ['', 'Bot wrong', bot.sandbox.token]) {
    expect((await ask('/users/@me', { headers: { authorization } })).status).toBe(401);
  }
});

test('a path that the local Discord does not serve is 404 and recorded as a breach', async () => {
  expect((await ask('/guilds/1/nothing')).status).toBe(404);
  expect(bot.sandbox.breaches()).toMatchObject([{ rule: 'unknown-route', request: 'GET /guilds/1/nothing' }]);
});

test('a body that is no JSON is refused', async () => {
  const response = await ask(`/channels/${general.id}/messages`, { method: 'POST', body: '{' });
  expect([response.status, await response.json()]).toMatchObject([400, { code: 50109 }]);
});

test('the bot reads its own account, application, guilds, members and roles', async () => {
  const { client, sandbox } = bot;
  const application = await client.application.fetch();
  expect([application.name, application.owner?.id]).toEqual([
    'Footnote',
    sandbox.world.person('oskar').user.id,
  ]);
  const guild = await client.guilds.fetch(sandbox.world.server('harbour').id);
  const ines = await guild.members.fetch(sandbox.world.person('ines').user.id);
  expect(ines.permissions.has('ManageGuild')).toBe(true);
  expect((await guild.roles.fetch()).map(({ name }) => name)).toEqual(['@everyone', 'Moderator']);
  await expect(guild.members.fetch('1')).rejects.toMatchObject({ code: 10007 });
  await expect(client.users.fetch('1')).rejects.toMatchObject({ code: 10013 });
  await expect(client.channels.fetch('1')).rejects.toMatchObject({ code: 10003 });
  expect(sandbox.breaches()).toEqual([]);
});

test('a direct message reaches its person alone', async () => {
  const { client, sandbox } = bot;
  const mira = await client.users.fetch(sandbox.world.person('mira').user.id);
  await mira.send('Hello.');
  expect(sandbox.messages('dm/mira', { as: 'mira' }).map(({ message }) => message.content)).toEqual([
    'Hello.',
  ]);
  expect(sandbox.messages('dm/mira', { as: 'tomas' })).toEqual([]);
});

test('messages are edited, listed and deleted, and others’ are not the bot’s to edit', async () => {
  const said = bot.sandbox.as('mira').say('harbour/general', 'Mine');
  const sent = await general.send('One');
  expect((await sent.edit('Two')).content).toBe('Two');
  await expect(sent.edit({ content: '' })).rejects.toMatchObject({ code: 50006 });
  await expect(
    bot.client.rest.patch(`/channels/${general.id}/messages/${said.message.id}`, { body: { content: 'x' } }),
  ).rejects.toMatchObject({ code: 50005 });
  await expect(general.messages.delete(said.message.id)).rejects.toMatchObject({ code: 50013 });
  expect((await general.messages.fetch({ limit: 1 })).map(({ content }) => content)).toEqual(['Two']);
  await sent.delete();
  await expect(general.messages.fetch(sent.id)).rejects.toMatchObject({ code: 10008 });
});

test('a reply to a message that is gone fails unless it is told not to', async () => {
  const said = bot.sandbox.as('mira').say('harbour/general', 'Soon gone, @bot');
  bot.sandbox.as('mira').remove(said.message.id);
  const reference = (failIfNotExists: boolean) => ({
    reply: { messageReference: said.message.id, failIfNotExists },
  });
  await expect(general.send({ content: 'Yes?', ...reference(true) })).rejects.toMatchObject({ code: 50035 });
  expect((await general.send({ content: 'Yes?', ...reference(false) })).reference).toBeNull();
});

test('mentions notify only whom allowed_mentions lets them', async () => {
  const { world } = bot.sandbox;
  const [mira, ines] = [world.person('mira').user.id, world.person('ines').user.id];
  const moderators = world.server('harbour').roles.find(({ name }) => name === 'Moderator')?.id;
  const content = `<@${mira}> <@&${moderators}> @everyone`;
  const pinged = (id: string) =>
    bot.sandbox.messages('harbour/general', { as: 'mira' }).find(({ message }) => message.id === id)?.pinged;
  const sent = async (allowedMentions: object) =>
    pinged((await general.send({ content, allowedMentions })).id);
  expect(await sent({ parse: [] })).toEqual([]);
  expect(await sent({ parse: ['users'] })).toEqual([mira]);
  expect(await sent({ roles: [moderators] })).toEqual([ines]);
  expect(await sent({ parse: ['everyone'] })).toHaveLength(4);
});

test('files are uploaded, served for download only, and refused above 10 MiB', async () => {
  const sent = await general.send({
    files: [{ attachment: Buffer.from('Forty boats.'), name: 'boats.txt' }],
  });
  const response = await fetch(sent.attachments.first()?.url ?? '');
  expect(await response.text()).toBe('Forty boats.');
  expect(response.headers.get('content-disposition')).toBe('attachment');
  const large = { attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'large.bin' };
  await expect(general.send({ files: [large] })).rejects.toMatchObject({ code: 40005, status: 413 });
});

test('a thread starts from a message and takes messages of its own', async () => {
  const sent = await general.send('A long story');
  const thread = await sent.startThread({ name: 'The long story' });
  await thread.send('It begins.');
  expect(bot.sandbox.messages(thread.id, { as: 'mira' }).map(({ message }) => message.content)).toEqual([
    'It begins.',
  ]);
  await expect(sent.startThread({ name: 'Again' })).rejects.toMatchObject({ code: 'MessageExistingThread' });
});

test('requests above the rate limit are 429, and the client waits for its turn', async () => {
  const codes: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const response = await ask(`/channels/${general.id}/typing`, { method: 'POST' });
    codes.push(response.status);
    if (response.status === 429) expect(await response.json()).toMatchObject({ global: false });
  }
  expect(codes).toEqual([204, 204, 204, 204, 204, 429, 429]);
  await general.sendTyping();
});

test('typing and messages have rate limits of their own', async () => {
  for (let n = 0; n < 5; n += 1) await ask(`/channels/${general.id}/typing`, { method: 'POST' });
  const say = () => ask(`/channels/${general.id}/messages`, { method: 'POST', body: '{"content":"x"}' });
  expect((await say()).status).toBe(200);
  const typed = await ask(`/channels/${general.id}/typing`, { method: 'POST' });
  expect(typed.status).toBe(429);
  expect(typed.headers.get('x-ratelimit-bucket')).not.toBe((await say()).headers.get('x-ratelimit-bucket'));
});

test('a request whose answer is lost has done what it asks for', async () => {
  bot.sandbox.faults.failRest({ path: /\/messages$/, status: 502, isProcessed: true, times: 1 });
  const body = '{"content":"Once"}';
  expect((await ask(`/channels/${general.id}/messages`, { method: 'POST', body })).status).toBe(502);
  const seen = bot.sandbox.messages('harbour/general', { as: 'mira' });
  expect(seen.map(({ message }) => message.content)).toEqual(['Once']);
});

test('a nonce that is enforced gives the message that was sent with it before, in its channel alone', async () => {
  const send = async (body: object, path = `/channels/${general.id}/messages`) => {
    const response = await ask(path, { method: 'POST', body: JSON.stringify(body) });
    const sent: { id: string; content: string } = JSON.parse(await response.text());
    return sent;
  };
  const first = await send({ content: 'One', nonce: '17', enforce_nonce: true });
  expect(await send({ content: 'Two', nonce: '17', enforce_nonce: true })).toEqual(first);
  expect((await send({ content: 'Three', nonce: '17' })).id).not.toBe(first.id);
  expect((await send({ content: 'Four', nonce: '18', enforce_nonce: true })).content).toBe('Four');
  const newsroom = bot.sandbox.world.place('harbour/newsroom').id;
  const elsewhere = await send(
    { content: 'Five', nonce: '17', enforce_nonce: true },
    `/channels/${newsroom}/messages`,
  );
  expect(elsewhere.content).toBe('Five');
});

test('faults strike the requests they name, as often as they say', async () => {
  const { faults } = bot.sandbox;
  faults.failRest({ method: 'POST', path: /\/messages$/, status: 500, times: 1 });
  expect(
    (await ask(`/channels/${general.id}/messages`, { method: 'POST', body: '{"content":"x"}' })).status,
  ).toBe(500);
  expect(
    (await ask(`/channels/${general.id}/messages`, { method: 'POST', body: '{"content":"x"}' })).status,
  ).toBe(200);
  faults.failRest({ method: 'POST', path: /\/messages$/, status: 429, retryAfterMs: 50, times: 1 });
  expect((await general.send('Sent on the second try.')).content).toBe('Sent on the second try.');
  const end = faults.failRest({ status: 503 });
  expect((await ask('/users/@me')).status).toBe(503);
  end();
  const before = Date.now();
  faults.failRest({ delayMs: 120, times: 1 });
  await ask('/users/@me');
  expect(Date.now() - before).toBeGreaterThanOrEqual(115);
});

test('the token of an interaction is cut short in the log of requests', async () => {
  await ask(`/webhooks/${bot.sandbox.world.applicationId}/averylongsecrettoken/messages/@original`);
  expect(bot.sandbox.requests().at(-1)?.path).toBe(
    `/webhooks/${bot.sandbox.world.applicationId}/averylon…/messages/@original`,
  );
});

test('a message is answered, or seen not to be', async () => {
  const said = bot.sandbox.as('mira').say('harbour/general', 'Hello @bot');
  expect(await said.isUnanswered(30)).toBe(true);
  const coming = said.answer();
  await general.send({ content: 'Hello.', reply: { messageReference: said.message.id } });
  expect((await coming).referenced_message?.id).toBe(said.message.id);
});
