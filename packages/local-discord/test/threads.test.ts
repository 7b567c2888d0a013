import { Events, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;

beforeAll(async () => {
  bot = await connectBot();
});
afterAll(() => bot.stop());

function startThread(channel: string, messageId: string): Promise<unknown> {
  const { id } = bot.sandbox.world.place(channel);
  return bot.client.rest.post(`/channels/${id}/messages/${messageId}/threads`, { body: { name: 'More' } });
}

test('a thread that starts from a message has its id, and the message tells of it', async () => {
  const told = new Promise<string>((resolve) =>
    bot.client.once(Events.ThreadCreate, (thread) => resolve(thread.name)),
  );
  const { message } = bot.sandbox.as('mira').say('harbour/general', '@bot a long story');
  expect(await startThread('harbour/general', message.id)).toMatchObject({ id: message.id, name: 'More' });
  expect(await told).toBe('More');
  const [seen] = bot.sandbox.messages('harbour/general', { as: 'tomas' });
  expect([seen?.message.thread?.name, seen?.message.flags]).toEqual(['More', MessageFlags.HasThread]);
  await bot.client.rest.post(`/channels/${message.id}/messages`, { body: { content: 'In here.' } });
  expect(bot.sandbox.messages(message.id, { as: 'tomas' }).map((item) => item.message.content)).toEqual([
    'In here.',
  ]);
  await expect(startThread('harbour/general', message.id)).rejects.toMatchObject({ code: 160004 });
});

test('a thread needs a message that is there, a server, and the permission', async () => {
  await expect(startThread('harbour/general', '1')).rejects.toMatchObject({ code: 10008 });
  const direct = bot.sandbox.as('mira').say('dm/mira', 'Hello');
  await expect(startThread('dm/mira', direct.message.id)).rejects.toMatchObject({ code: 50024 });
  const [everyone] = bot.sandbox.world.server('library').roles;
  if (everyone === undefined) throw new Error('A server has a role for everyone.');
  everyone.permissions = (BigInt(everyone.permissions) & ~PermissionFlagsBits.CreatePublicThreads).toString();
  const { message } = bot.sandbox.as('mira').say('library/general', 'Hello');
  await expect(startThread('library/general', message.id)).rejects.toMatchObject({ code: 50013 });
});
