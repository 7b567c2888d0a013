import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  type Interaction,
  InteractionWebhook,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

/** Short enough for a test, long enough for a busy machine. */
const ACKNOWLEDGE_MS = 400;

let bot: ConnectedBot;
let answer: (interaction: Interaction) => Promise<unknown>;
let failure: unknown;

beforeEach(async () => {
  failure = undefined;
  answer = async () => {};
  bot = await connectBot({ timing: { acknowledgeMs: ACKNOWLEDGE_MS, tokenMs: 1_500 } });
  await bot.client.application.commands.set([
    { name: 'go', description: 'Goes' },
    { name: 'Ask about this', type: 3 },
  ]);
  bot.client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => {
      failure = error;
    });
  });
});
afterEach(() => bot.stop());

function go(user = 'mira') {
  return bot.sandbox.as(user).run({ channel: 'harbour/general', name: 'go' });
}

function buttons(...ids: string[]) {
  const made = ids.map((id) =>
    new ButtonBuilder().setCustomId(id).setLabel(`Go ${id}`).setStyle(ButtonStyle.Primary),
  );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(made);
}

test('an interaction that is not acknowledged in time is dead: 10062 Unknown interaction', async () => {
  answer = async (interaction) => {
    await new Promise((resolve) => setTimeout(resolve, ACKNOWLEDGE_MS + 100));
    if (interaction.isChatInputCommand()) await interaction.reply('Too late.');
  };
  const use = go();
  expect(await use.acknowledged).toEqual({ kind: 'missed' });
  await expect(use.reply()).rejects.toThrow(
    'There is no reply: the interaction was not acknowledged in time.',
  );
  await expect.poll(() => failure).toMatchObject({ code: 10062, status: 404 });
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['acknowledge-in-time']);
});

test('an interaction is acknowledged once: the second time is 40060', async () => {
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('First.');
    interaction.replied = false;
    await interaction.reply('Second.');
  };
  expect((await go().reply()).content).toBe('First.');
  await expect.poll(() => failure).toMatchObject({ code: 40060, status: 400 });
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['acknowledge-once']);
});

test('a follow-up before the acknowledgement is 10015, and one after the end of the token is 50027', async () => {
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const webhook = new InteractionWebhook(bot.client, interaction.applicationId, interaction.token);
    await webhook.send('Too early.').catch((error: unknown) => {
      failure = error;
    });
    await interaction.reply('Now.');
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await interaction.followUp('Too late.');
  };
  await go().reply();
  expect(failure).toMatchObject({ code: 10015 });
  await expect.poll(() => failure, { timeout: 4_000 }).toMatchObject({ code: 50027, status: 401 });
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['acknowledge-first', 'token-life']);
});

test('the first acknowledgement alone decides whether a reply is ephemeral', async () => {
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp({ content: 'Shown to all.', flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'Shown to one.', flags: MessageFlags.Ephemeral });
  };
  const use = go();
  expect((await use.reply()).content).toBe('Shown to all.');
  expect((await use.nextFollowUp()).content).toBe('Shown to one.');
  const seenByTomas = bot.sandbox.messages('harbour/general', { as: 'tomas' });
  expect(seenByTomas.map(({ message, isOnlyForYou }) => [message.content, isOnlyForYou])).toEqual([
    ['Shown to all.', false],
  ]);
});

test('a deferred reply shows as thinking until its content comes', async () => {
  const waiting = createSignal();
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await waiting.promise;
    await interaction.editReply('Done.');
  };
  const use = go();
  expect(await use.acknowledged).toEqual({ kind: 'deferred', isEphemeral: false });
  const [thinking] = bot.sandbox.messages('harbour/general', { as: 'mira' });
  expect([thinking?.isThinking, thinking?.message.content]).toEqual([true, '']);
  waiting.resolve();
  const reply = await use.reply();
  expect([reply.content, reply.edited_timestamp]).toEqual(['Done.', null]);
});

test('a button updates its message, and an ephemeral message is pressed by its user alone', async () => {
  answer = async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({
        content: 'Page 1',
        components: [buttons('next')],
        flags: MessageFlags.Ephemeral,
      });
    } else if (interaction.isButton()) await interaction.update({ content: 'Page 2', components: [] });
  };
  const { id } = await go().reply();
  expect(() => bot.sandbox.as('tomas').press(id, 'next')).toThrow(`tomas sees no message ${id}.`);
  const updated = await bot.sandbox.as('mira').press(id, 'Go next').reply();
  expect([updated.id, updated.content, updated.components]).toEqual([id, 'Page 2', []]);
  expect(await bot.sandbox.as('mira').press(id, 'next').acknowledged).toEqual({
    kind: 'refused',
    reason: 'The message has no "next" to use.',
  });
});

test('a deferred update is answered when the message changes', async () => {
  answer = async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Page 1', components: [buttons('next')] });
    else if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply('Page 2');
    }
  };
  const { id } = await go().reply();
  const press = bot.sandbox.as('tomas').press(id, 'next');
  expect(await press.acknowledged).toEqual({ kind: 'deferred-update' });
  expect((await press.reply()).content).toBe('Page 2');
});

test('a select gives what was chosen of it', async () => {
  answer = async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const options = ['one', 'two'].map((value) => ({ label: value.toUpperCase(), value }));
      const select = new StringSelectMenuBuilder().setCustomId('which').addOptions(options);
      await interaction.reply({
        components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
      });
    } else if (interaction.isStringSelectMenu())
      await interaction.reply(`You chose ${interaction.values.join()}.`);
  };
  const { id } = await go().reply();
  expect((await bot.sandbox.as('mira').choose(id, 'which', ['two']).reply()).content).toBe('You chose two.');
  expect(await bot.sandbox.as('mira').choose(id, 'which', ['three']).acknowledged).toEqual({
    kind: 'refused',
    reason: 'The select does not offer "three".',
  });
});

test('disabled buttons and selects, and links, send nothing', async () => {
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const off = new ButtonBuilder()
      .setCustomId('off')
      .setLabel('Off')
      .setStyle(ButtonStyle.Primary)
      .setDisabled();
    const link = new ButtonBuilder().setURL('https://example.org').setLabel('Out').setStyle(ButtonStyle.Link);
    const select = new StringSelectMenuBuilder()
      .setCustomId('which')
      .addOptions({ label: 'One', value: 'one' })
      .setDisabled();
    await interaction.reply({
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(off, link),
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
      ],
    });
  };
  const { id } = await go().reply();
  const mira = bot.sandbox.as('mira');
  const reasons = [mira.press(id, 'off'), mira.press(id, 'Out'), mira.choose(id, 'which', ['one'])].map(
    async ({ acknowledged }) => {
      const acknowledgement = await acknowledged;
      return acknowledgement.kind === 'refused' ? acknowledgement.reason : acknowledgement.kind;
    },
  );
  expect(await Promise.all(reasons)).toEqual([
    '"off" is disabled.',
    '"Out" is a link: it sends nothing to the bot.',
    '"which" is disabled.',
  ]);
});

test('a modal is opened, refused while something required is missing, and submitted with text and a file', async () => {
  answer = async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.showModal(
        new ModalBuilder({
          custom_id: 'add',
          title: 'Add an article',
          components: [
            { type: 18, label: 'Text', component: { type: 4, style: 2, custom_id: 'text', min_length: 3 } },
            { type: 18, label: 'File', component: { type: 19, custom_id: 'file', required: false } },
          ],
        }),
      );
    } else if (interaction.isModalSubmit()) {
      const file = interaction.fields.getUploadedFiles('file')?.first();
      const bytes = file === undefined ? '' : await (await fetch(file.url)).text();
      await interaction.reply(`${interaction.fields.getTextInputValue('text')} + ${file?.name}: ${bytes}`);
    }
  };
  const mira = bot.sandbox.as('mira');
  const opened = go();
  expect((await opened.modal()).title).toBe('Add an article');
  expect(await mira.submit(opened, {}).acknowledged).toEqual({
    kind: 'refused',
    reason: 'The input "text" is required.',
  });
  expect(await mira.submit(opened, { text: 'ab' }).acknowledged).toEqual({
    kind: 'refused',
    reason: 'The input "text" takes 3 to 4000 characters.',
  });
  const submitted = mira.submit(opened, { text: 'abc', file: [{ name: 'a.txt', content: 'Forty boats.' }] });
  expect((await submitted.reply()).content).toBe('abc + a.txt: Forty boats.');
});

test('a command of a message’s menu is given that message with its content', async () => {
  answer = async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`About: ${interaction.targetMessage.content}`);
  };
  const { message } = bot.sandbox.as('tomas').say('harbour/general', 'Is the ferry late?');
  const use = bot.sandbox.as('mira').useOnMessage('harbour/general', 'Ask about this', message.id);
  expect((await use.reply()).content).toBe('About: Is the ferry late?');
});

test('an interaction’s messages are fetched, edited and deleted by its token', async () => {
  const { promise, resolve } = createSignal();
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: 'One', flags: MessageFlags.Ephemeral });
    expect((await interaction.fetchReply()).content).toBe('One');
    await interaction.editReply('Two');
    await interaction.deleteReply();
    resolve();
  };
  await go().acknowledged;
  await promise;
  expect(failure).toBeUndefined();
  expect(bot.sandbox.messages('harbour/general', { as: 'mira' })).toEqual([]);
});

test('a response that does not fit the interaction is refused', async () => {
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await bot.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      auth: false,
      body: { type: 7, data: { content: 'There is no message to update.' } },
    });
  };
  go();
  await expect.poll(() => failure).toMatchObject({ code: 50035 });
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['callback-fit']);
});

test('without a bot an interaction is missed at once', async () => {
  await bot.client.destroy();
  await expect
    .poll(() => bot.sandbox.as('mira').run({ channel: 'harbour/general', name: 'go' }).acknowledged)
    .toEqual({
      kind: 'missed',
    });
});

/** A promise that is resolved from outside. */
function createSignal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
