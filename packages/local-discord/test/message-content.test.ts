import { Events, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type ConnectedBot, connectBot, PLAIN_INTENTS } from './connect-bot.js';

let bot: ConnectedBot;

afterEach(() => bot.stop());

/** The next message that the client is told of. */
function nextMessage(): Promise<Message> {
  return new Promise((resolve) => bot.client.once(Events.MessageCreate, resolve));
}

test('without the privileged intent, a message that does not concern the bot comes without content', async () => {
  bot = await connectBot();
  const coming = nextMessage();
  bot.sandbox
    .as('mira')
    .say('harbour/general', 'The ferry is late.', { files: [{ name: 'a.txt', content: 'x' }] });
  const message = await coming;
  expect(message.content).toBe('');
  expect(message.attachments.size).toBe(0);
  expect(message.author.username).toBe('mira');
});

test('a mention, a direct message and a reply that pings the bot come with their content', async () => {
  bot = await connectBot();
  const mention = `<@${bot.client.user.id}>`;
  let coming = nextMessage();
  bot.sandbox.as('mira').say('harbour/general', 'Hello @bot, is the ferry late?');
  expect((await coming).content).toBe(`Hello ${mention}, is the ferry late?`);

  coming = nextMessage();
  bot.sandbox.as('mira').say('dm/mira', 'Is it late?');
  expect((await coming).content).toBe('Is it late?');

  coming = nextMessage();
  const channel = await bot.client.channels.fetch(bot.sandbox.world.place('harbour/general').id);
  if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
  const own = await channel.send('Ask me.');
  await coming;
  coming = nextMessage();
  bot.sandbox.as('mira').say('harbour/general', 'Why?', { replyTo: own.id });
  expect((await coming).content).toBe('Why?');

  coming = nextMessage();
  bot.sandbox.as('mira').say('harbour/general', 'Never mind.', { replyTo: own.id, isPinging: false });
  expect((await coming).content).toBe('');
});

test('with the privileged intent every message comes with its content', async () => {
  bot = await connectBot(
    { privilegedIntents: ['MessageContent'] },
    { intents: [...PLAIN_INTENTS, GatewayIntentBits.MessageContent] },
  );
  const coming = nextMessage();
  bot.sandbox.as('mira').say('harbour/general', 'The ferry is late.');
  expect((await coming).content).toBe('The ferry is late.');
});

test('messages fetched by REST are emptied by the same rule', async () => {
  bot = await connectBot();
  const said = bot.sandbox.as('mira').say('harbour/general', 'The ferry is late.');
  const channel = await bot.client.channels.fetch(said.message.channel_id);
  if (!channel?.isTextBased()) throw new Error('The channel has no messages.');
  expect((await channel.messages.fetch(said.message.id)).content).toBe('');
});

test('events come only to sessions whose intents cover them', async () => {
  bot = await connectBot({}, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] });
  const coming = nextMessage();
  bot.sandbox.as('mira').say('harbour/general', 'Hello @bot');
  bot.sandbox.as('mira').say('dm/mira', 'Second');
  expect((await coming).content).toBe('Second');
});

test('an ephemeral reply is told of like a direct message: without a server, by that intent', async () => {
  bot = await connectBot({}, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] });
  await bot.client.application.commands.set([{ name: 'go', description: 'Goes' }]);
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Hidden.', flags: 64 });
  });
  const told: unknown[] = [];
  bot.client.on(Events.Raw, (packet: unknown) => told.push(packet));
  await bot.sandbox.as('mira').run({ channel: 'harbour/general', name: 'go' }).reply();
  await expect
    .poll(() => told)
    .toContainEqual(
      expect.objectContaining({
        t: 'MESSAGE_CREATE',
        d: expect.not.objectContaining({ guild_id: expect.anything() }),
      }),
    );
});
