import { ApplicationCommandOptionType, Events, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;

beforeAll(async () => {
  bot = await connectBot();
  await bot.client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks the articles',
      options: [
        {
          name: 'question',
          description: 'What you want to know',
          type: ApplicationCommandOptionType.String,
          required: true,
        },
        {
          name: 'source',
          description: 'Only this article',
          type: ApplicationCommandOptionType.String,
          autocomplete: true,
        },
      ],
    },
  ]);
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) {
      await interaction.respond([
        { name: `You typed ${interaction.options.getFocused()}`, value: 'harbour' },
      ]);
    }
    if (!interaction.isChatInputCommand()) return;
    const question = interaction.options.getString('question', true);
    if (question === 'now') await interaction.reply('At once.');
    if (question === 'later') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('After a while.');
      await interaction.followUp({ content: 'And more.', flags: MessageFlags.Ephemeral });
    }
  });
});
afterAll(() => bot.stop());

test('a slash command is answered by the real client', async () => {
  const use = bot.sandbox
    .as('mira')
    .run({ channel: 'harbour/general', name: 'ask', options: { question: 'now' } });
  expect((await use.reply()).content).toBe('At once.');
  expect(bot.sandbox.breaches()).toEqual([]);
});

test('a deferred ephemeral reply is seen by its user alone', async () => {
  const use = bot.sandbox
    .as('mira')
    .run({ channel: 'harbour/newsroom', name: 'ask', options: { question: 'later' } });
  expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
  expect((await use.reply()).content).toBe('After a while.');
  expect((await use.nextFollowUp()).content).toBe('And more.');
  expect(bot.sandbox.messages('harbour/newsroom', { as: 'tomas' })).toEqual([]);
  expect(
    bot.sandbox.messages('harbour/newsroom', { as: 'mira' }).map(({ message }) => message.content),
  ).toEqual(['After a while.', 'And more.']);
});

test('an option is completed while it is typed', async () => {
  const use = bot.sandbox
    .as('mira')
    .autocomplete({ channel: 'harbour/general', name: 'ask', options: { source: 'har' }, focused: 'source' });
  expect(await use.choices()).toEqual([{ name: 'You typed har', value: 'harbour' }]);
});
