import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  type Message,
  MessageFlags,
  type TextChannel,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectedBot, connectBot } from './connect-bot.js';

const CHANNEL = 'harbour/general';
const FLAG = { flags: MessageFlags.IsComponentsV2 } as const;
let bot: ConnectedBot;
let channel: TextChannel;

beforeAll(async () => {
  bot = await connectBot();
  const found = await bot.client.channels.fetch(bot.sandbox.world.place(CHANNEL).id);
  if (found?.isTextBased() !== true || found.isDMBased()) throw new Error('There is no such channel.');
  channel = found as TextChannel;
});
afterAll(() => bot.stop());

function text(content: string, id?: number): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) };
}

function stored({ id }: Pick<Message, 'id'>): APIMessage | undefined {
  return bot.sandbox.messages(CHANNEL, { as: 'mira' }).find(({ message }) => message.id === id)?.message;
}

/** The code and path of what a request was refused for. */
async function refusalOf(request: Promise<unknown>): Promise<string> {
  const before = bot.sandbox.breaches().length;
  await expect(request).rejects.toThrow('Invalid Form Body');
  return bot.sandbox
    .breaches()
    .slice(before)
    .map(({ rule, path }) => `${rule} ${path.join('.')}`)
    .join(', ');
}

test('a message of components has an id for each that no other has, and its buttons are pressed wherever they stand', async () => {
  const pressed = new Promise<string>((resolve) => {
    bot.client.once('interactionCreate', async (interaction) => {
      if (!interaction.isButton()) return;
      resolve(interaction.customId);
      await interaction.update({ ...FLAG, components: [text('Opened.')] });
    });
  });
  const sent = await channel.send({
    ...FLAG,
    components: [
      {
        type: ComponentType.Container,
        accent_color: 0x112233,
        components: [
          { type: ComponentType.TextDisplay, content: 'One', id: 2 },
          { type: ComponentType.Separator },
          {
            type: ComponentType.Section,
            components: [{ type: ComponentType.TextDisplay, content: 'Two' }],
            accessory: {
              type: ComponentType.Button,
              style: ButtonStyle.Primary,
              label: 'Open',
              custom_id: 'o',
            },
          },
        ],
      },
    ],
  });
  expect(stored(sent)?.components).toMatchObject([
    {
      id: 1,
      components: [{ id: 2 }, { id: 3 }, { id: 4, components: [{ id: 5 }], accessory: { id: 6 } }],
    },
  ]);
  const answer = await bot.sandbox.as('mira').press(sent.id, 'Open').reply();
  expect([await pressed, answer.components]).toEqual(['o', [{ ...text('Opened.'), id: 1 }]]);
});

test('becomes one of components for good, and only without its text and embeds', async () => {
  const sent = await channel.send({ content: 'Old', embeds: [{ title: 'Old' }] });
  const components = [text('New')];
  expect(await refusalOf(sent.edit({ ...FLAG, components }))).toBe(
    'components-v2-only content, components-v2-only embeds',
  );
  expect(await refusalOf(sent.edit({ ...FLAG, components, content: null }))).toBe(
    'components-v2-only embeds',
  );
  expect(stored(sent)?.content).toBe('Old');
  const changed = await sent.edit({ ...FLAG, components, content: null, embeds: [] });
  expect([stored(sent)?.flags, stored(sent)?.content, stored(sent)?.embeds]).toEqual([FLAG.flags, '', []]);
  expect(await refusalOf(changed.edit({ flags: [], components: [], content: 'Back' }))).toContain(
    'components-v2-kept flags',
  );
  expect(await refusalOf(changed.edit({ content: 'Back' }))).toBe('components-v2-only content');
  await changed.edit({ ...FLAG, components: [text('Newer')] });
  expect(stored(sent)?.flags).toBe(FLAG.flags);
});

test('shows files by a component that names them, and none that does not come with it', async () => {
  const files = [{ name: 'pier.txt', attachment: Buffer.from('The pier.') }];
  const shown = (name: string): APIMessageTopLevelComponent => ({
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  });
  expect(await refusalOf(channel.send({ ...FLAG, components: [text('Here')], files }))).toBe(
    'file-unshown attachments',
  );
  expect(
    await refusalOf(channel.send({ ...FLAG, components: [shown('quay.txt'), shown('pier.txt')], files })),
  ).toBe('file-reference components.0');
  const sent = await channel.send({ ...FLAG, components: [shown('pier.txt')], files });
  const [attachment] = stored(sent)?.attachments ?? [];
  expect(stored(sent)?.components).toMatchObject([
    {
      name: 'pier.txt',
      size: 9,
      file: { url: expect.stringContaining('/pier.txt?'), attachment_id: attachment?.id },
    },
  ]);
});

test('notifies whom its texts mention, unless it may not', async () => {
  const { userId } = bot.sandbox.as('mira');
  const pingedBy = async (allowedMentions: { parse: 'users'[] }): Promise<readonly string[] | undefined> => {
    const sent = await channel.send({ ...FLAG, components: [text(`For <@${userId}>.`)], allowedMentions });
    const seen = bot.sandbox.messages(CHANNEL, { as: 'mira' });
    return seen.find(({ message }) => message.id === sent.id)?.pinged;
  };
  expect(await pingedBy({ parse: ['users'] })).toEqual([userId]);
  expect(await pingedBy({ parse: [] })).toEqual([]);
});
