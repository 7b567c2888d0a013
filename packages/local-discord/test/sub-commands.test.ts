import { ChannelType, Events, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OptionValues } from '../src/driver/actor.js';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;
let seen: Interaction | undefined;

beforeAll(async () => {
  bot = await connectBot();
  await bot.client.application.commands.set([
    {
      name: 'source',
      description: 'A server’s sources',
      options: [
        {
          type: 1,
          name: 'show',
          description: 'Shows one',
          options: [{ type: 3, name: 'which', description: 'Which', required: true, autocomplete: true }],
        },
        {
          type: 2,
          name: 'list',
          description: 'Lists them',
          options: [
            {
              type: 1,
              name: 'by',
              description: 'By something',
              options: [
                { type: 5, name: 'short', description: 'In short' },
                { type: 4, name: 'count', description: 'How many', minValue: 1 },
                { type: 8, name: 'role', description: 'Whose' },
                { type: 7, name: 'channel', description: 'Where', channelTypes: [ChannelType.GuildText] },
                { type: 6, name: 'user', description: 'Who' },
              ],
            },
          ],
        },
      ],
    },
  ]);
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    seen = interaction;
    if (interaction.isAutocomplete()) {
      const { name, value } = interaction.options.getFocused(true);
      const sub = interaction.options.getSubcommand();
      await interaction.respond([{ name: `${sub} ${name} ${value}`, value: 'pier' }]);
    } else if (interaction.isChatInputCommand())
      await interaction.reply(
        [interaction.options.getSubcommandGroup(), interaction.options.getSubcommand()].join(' '),
      );
  });
});
afterAll(() => bot.stop());

async function outcome(name: string, options: OptionValues = {}): Promise<string> {
  const acknowledgement = await bot.sandbox.as('mira').run({ channel: 'harbour/general', name, options })
    .acknowledged;
  if (acknowledgement.kind === 'reply') return acknowledgement.message.content;
  return acknowledgement.kind === 'refused' ? acknowledgement.reason : acknowledgement.kind;
}

test('sub-commands are run by the whole name, with their group and their own options', async () => {
  expect(await outcome('source show', { which: 'pier' })).toBe(' show');
  expect(await outcome('source list by', { short: true, count: 2 })).toBe('list by');
  expect(await outcome('source list')).toBe('There is no sub-command ""; there are: by.');
  expect(await outcome('source show')).toBe('The option "which" is required.');
});

test('an option of a sub-command is completed while it is typed', async () => {
  const typed = bot.sandbox.as('mira').autocomplete({
    channel: 'harbour/general',
    name: 'source show',
    options: { which: 'pi' },
    focused: 'which',
  });
  expect(await typed.choices()).toEqual([{ name: 'show which pi', value: 'pier' }]);
});

test('roles, channels and people come resolved, and channels of their types and their server only', async () => {
  await outcome('source list by', { role: 'Moderator', channel: 'harbour/newsroom', user: 'ines' });
  if (!seen?.isChatInputCommand()) throw new Error('The command did not come.');
  const { options } = seen;
  expect([
    options.getRole('role')?.name,
    options.getChannel('channel')?.name,
    options.getUser('user')?.username,
  ]).toEqual(['Moderator', 'newsroom', 'ines']);
  expect(() =>
    bot.sandbox
      .as('mira')
      .run({ channel: 'harbour/general', name: 'source list by', options: { channel: 'library/archive' } }),
  ).toThrow('There is no channel "library/archive" in harbour/general.');
  const { message } = bot.sandbox.as('mira').say('harbour/general', '@bot hello');
  const channel = await bot.client.channels.fetch(message.channel_id);
  if (channel === null || !('threads' in channel) || channel.isThreadOnly())
    throw new Error('No threads there.');
  const thread = await channel.threads.create({ name: 'More', startMessage: message.id });
  expect(await outcome('source list by', { channel: thread.id })).toBe(
    'The option "channel" takes no channel of that type.',
  );
});
