import { Events, type Interaction, MessageFlags, ModalBuilder } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

/** Whole seconds, as addresses tell of no parts of them; enough to read a file on a busy machine. */
const LIFE_MS = 3_000;

let bot: ConnectedBot;
let answer: (interaction: Interaction) => Promise<unknown>;

beforeAll(async () => {
  bot = await connectBot({ timing: { attachmentMs: LIFE_MS } });
  await bot.client.application.commands.set([
    { name: 'go', description: 'Goes' },
    { name: 'take', description: 'Takes', options: [{ name: 'file', description: 'A file', type: 11 }] },
  ]);
  bot.client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
});
afterAll(() => bot.stop());

const statusOf = async (url: string) => (await fetch(url)).status;

test('a file that the bot sends is read back by whoever sees the message, byte for byte', async () => {
  const bytes = Uint8Array.from([0, 255, 13, 10, 226, 128, 156]);
  answer = async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        files: [{ attachment: Buffer.from(bytes), name: 'pier closes.md' }],
        flags: MessageFlags.Ephemeral,
      });
  };
  const { attachments, channel_id } = await bot.sandbox
    .as('mira')
    .run({ channel: 'harbour/general', name: 'go' })
    .reply();
  const [file] = attachments;
  expect([file?.filename, file?.size]).toEqual(['pier closes.md', 7]);
  expect(new URL(file?.url ?? '').pathname).toBe(`/attachments/${channel_id}/${file?.id}/pier%20closes.md`);
  expect(new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer())).toEqual(bytes);
});

test('the address of a file is signed, expires, and is given anew with the message', async () => {
  const { message } = bot.sandbox
    .as('mira')
    .say('dm/mira', 'Here', { files: [{ name: 'a.txt', content: 'x' }] });
  const url = message.attachments[0]?.url ?? '';
  expect(await statusOf(url)).toBe(200);
  expect(await statusOf(url.replace(/hm=./, 'hm=x'))).toBe(404);
  expect(await statusOf(url.replace(/ex=\w+/, 'ex=ffffffff'))).toBe(404);
  expect(await statusOf(url.split('?')[0] ?? '')).toBe(404);
  await expect.poll(() => statusOf(url), { timeout: 10_000 }).toBe(404);
  const channel = await bot.client.channels.fetch(message.channel_id);
  if (!channel?.isTextBased()) throw new Error('The channel has no messages.');
  const again = await channel.messages.fetch({ message: message.id, force: true });
  expect(await statusOf(again.attachments.first()?.url ?? '')).toBe(200);
});

test('a file of an option or of a modal is only for the interaction, at an address of its own', async () => {
  answer = async (interaction) => {
    if (interaction.isButton()) {
      await interaction.showModal(
        new ModalBuilder({
          custom_id: 'add',
          title: 'Add an article',
          components: [
            {
              type: 18,
              label: 'File',
              component: { type: 19, custom_id: 'file', max_values: 2, required: true },
            },
            {
              type: 18,
              label: 'Kind',
              component: {
                type: 3,
                custom_id: 'kind',
                options: [
                  { label: 'News', value: 'news' },
                  { label: 'Other', value: 'other' },
                ],
              },
            },
          ],
        }),
      );
    } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      const files = [...(interaction.fields.getUploadedFiles('file')?.values() ?? [])];
      const texts = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
      const [kind] = interaction.fields.getStringSelectValues('kind');
      await interaction.update({
        content: `${kind}: ${texts.join(', ')} (${files.map(({ ephemeral }) => ephemeral).join()})`,
        components: [],
      });
    } else if (interaction.isChatInputCommand()) {
      const file = interaction.options.getAttachment('file');
      await interaction.reply({
        content: `${file?.name}: ${new URL(file?.url ?? '').pathname.split('/')[1]}`,
        components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'add', label: 'Add' }] }],
        flags: MessageFlags.Ephemeral,
      });
    }
  };
  const mira = bot.sandbox.as('mira');
  const file = { name: 'tide.txt', content: 'Low at noon.' };
  const reply = await mira.run({ channel: 'harbour/general', name: 'take', options: { file } }).reply();
  expect(reply.content).toBe('tide.txt: ephemeral-attachments');
  const opened = mira.press(reply.id, 'add');
  await opened.modal();
  const refused = async (values: Parameters<typeof mira.submit>[1]) => {
    const acknowledgement = await mira.submit(opened, values).acknowledged;
    return acknowledgement.kind === 'refused' ? acknowledgement.reason : acknowledgement.kind;
  };
  expect(await refused({ kind: ['news'] })).toBe('The input "file" is required.');
  expect(await refused({ file: [file, file, file], kind: ['news'] })).toBe(
    'The input "file" takes at most 2 values.',
  );
  const large = { name: 'large.txt', content: new Uint8Array(10 * 1024 * 1024 + 1) };
  expect(await refused({ file: [large], kind: ['news'] })).toBe(
    'The input "file" takes files of at most 10 MiB.',
  );
  expect(() => mira.say('dm/mira', 'Here', { files: [large] })).toThrow(
    'large.txt cannot be sent: Discord takes files of at most 10 MiB.',
  );
  expect(await mira.run({ channel: 'dm/mira', name: 'take', options: { file: large } }).acknowledged).toEqual(
    {
      kind: 'refused',
      reason: 'The option "file" takes files of at most 10 MiB.',
    },
  );
  expect(await refused({ file: [file], kind: ['poem'] })).toBe('The input "kind" does not offer "poem".');
  const done = await mira
    .submit(opened, { file: [file, { name: 'b.txt', content: 'High at six.' }], kind: ['news'] })
    .reply();
  expect([done.id, done.content]).toEqual([reply.id, 'news: Low at noon., High at six. (true,true)']);
  expect(bot.sandbox.breaches()).toEqual([]);
});
