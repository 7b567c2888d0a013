import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultWorldSeed } from '../src/index.js';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;
let answer: (interaction: Interaction) => Promise<unknown>;
let failure: unknown;
let seen: Interaction | undefined;

beforeAll(async () => {
  const guilds = defaultWorldSeed.guilds.map((guild) =>
    guild.key === 'harbour' ? { ...guild, members: [...guild.members, 'petra'] } : guild,
  );
  bot = await connectBot({ world: { ...defaultWorldSeed, guilds } });
  await bot.client.application.commands.set([
    { name: 'ask', description: 'Asks', integrationTypes: [0, 1], contexts: [0, 1, 2] },
    { name: 'Ask about this', type: 3, integrationTypes: [0, 1], contexts: [0, 1, 2] },
    { name: 'settings', description: 'Of a server', integrationTypes: [0], contexts: [0] },
    { name: 'indoors', description: 'In servers', integrationTypes: [0, 1], contexts: [0] },
  ]);
  bot.client.on(Events.InteractionCreate, (interaction) => {
    seen = interaction;
    answer(interaction).catch((error: unknown) => {
      failure = error;
    });
  });
});
beforeEach(() => {
  failure = undefined;
  answer = async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('Forty boats.');
  };
});
afterAll(() => bot.stop());

const ask = (user: string, channel: string, name = 'ask') => bot.sandbox.as(user).run({ channel, name });

const petraId = () => bot.sandbox.as('petra').userId;

/** Context, owners and permissions of the last interaction, as the client has read them. */
function describeSeen() {
  return {
    context: seen?.context,
    installedIn: seen?.authorizingIntegrationOwners.guildId,
    installedBy: seen?.authorizingIntegrationOwners.userId,
    permissions: seen?.appPermissions.toArray(),
    guildId: seen?.guildId,
    guild: seen?.guild?.name ?? null,
  };
}

test('in a group, whoever has installed the application uses it, under their own name alone', async () => {
  expect((await ask('petra', 'group/supper').reply()).content).toBe('Forty boats.');
  expect(describeSeen()).toEqual({
    context: 2,
    installedIn: null,
    installedBy: petraId(),
    permissions: ['EmbedLinks', 'AttachFiles', 'MentionEveryone'],
    guildId: null,
    guild: null,
  });
  expect(seen?.channel?.type).toBe(3);
  expect(bot.sandbox.messages('group/supper', { as: 'tomas' }).at(-1)?.message.content).toBe('Forty boats.');
  expect(bot.sandbox.messages('group/supper', { as: 'ines' })).toEqual([]);
});

test('in a group, nobody else is offered its commands, and none that leave groups out', async () => {
  expect(await ask('mira', 'group/supper').acknowledged).toEqual({
    kind: 'refused',
    reason: 'The command "ask" is not installed for group/supper.',
  });
  expect(await ask('petra', 'group/supper', 'indoors').acknowledged).toEqual({
    kind: 'refused',
    reason: 'The command "indoors" is not offered in group/supper: its contexts leave that out.',
  });
  expect(await ask('ines', 'group/supper').acknowledged).toEqual({
    kind: 'refused',
    reason: 'ines cannot see group/supper.',
  });
});

test('in a server without the bot there is an id, a locale and a member, but no cached server', async () => {
  expect((await ask('petra', 'market/stalls').reply()).content).toBe('Forty boats.');
  expect(describeSeen()).toMatchObject({
    context: 0,
    installedIn: null,
    installedBy: petraId(),
    guildId: bot.sandbox.world.server('market').id,
    guild: null,
  });
  expect(seen?.guildLocale).toBe('en-US');
  expect(seen?.inCachedGuild()).toBe(false);
  expect(seen?.inGuild()).toBe(true);
  expect(seen?.memberPermissions?.has(PermissionFlagsBits.ManageGuild)).toBe(false);
  expect(seen?.appPermissions.has([PermissionFlagsBits.EmbedLinks, PermissionFlagsBits.AttachFiles])).toBe(
    true,
  );
  expect((await ask('mira', 'market/stalls').acknowledged).kind).toBe('refused');
  expect((await ask('petra', 'market/stalls', 'settings').acknowledged).kind).toBe('refused');
});

test('where both have installed it, the server and the user are named', async () => {
  await ask('petra', 'harbour/general').reply();
  expect(describeSeen()).toMatchObject({
    installedIn: bot.sandbox.world.server('harbour').id,
    installedBy: petraId(),
  });
  await ask('petra', 'dm/petra').reply();
  expect(describeSeen()).toMatchObject({ context: 1, installedIn: '0', installedBy: petraId() });
});

test('the channels of such places are out of reach, and the bot hears nothing of them', async () => {
  const told: unknown[] = [];
  const channels = ['group/supper', 'market/stalls'];
  const ids = channels.map((channel) => bot.sandbox.world.place(channel).id);
  const listen = (packet: { t: string; d: { channel_id?: string } }) => {
    if (ids.includes(packet.d.channel_id ?? '')) told.push(packet.t);
  };
  bot.client.on(Events.Raw, listen);
  for (const channel of channels) {
    const { id } = bot.sandbox.world.place(channel);
    for (const attempt of [
      () => bot.client.rest.get(`/channels/${id}`),
      () => bot.client.rest.get(`/channels/${id}/messages`),
      () => bot.client.rest.post(`/channels/${id}/messages`, { body: { content: 'Hello' } }),
      () => bot.client.rest.post(`/channels/${id}/typing`),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 403, code: 50001 });
    bot.sandbox.as('petra').say(channel, 'Hello @bot');
    await ask('petra', channel).reply();
  }
  bot.client.off(Events.Raw, listen);
  expect(told).toEqual(['INTERACTION_CREATE', 'INTERACTION_CREATE']);
});

test('its reply is edited, deleted and followed up by the token, at most five times', async () => {
  let sent = 0;
  answer = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Thinking done.');
    for (; sent < 6; sent += 1)
      await interaction.followUp({ content: `More ${sent}`, flags: MessageFlags.Ephemeral });
  };
  const use = ask('petra', 'market/stalls');
  expect((await use.reply()).content).toBe('Thinking done.');
  await expect.poll(() => failure, { timeout: 5_000 }).toMatchObject({ code: 40094 });
  expect(sent).toBe(5);
  const seenByMira = bot.sandbox.messages('market/stalls', { as: 'mira' });
  expect(seenByMira.map(({ message }) => message.content)).not.toContain('Thinking done.');
});

test('a button is pressed by anyone who sees it, and belongs to whoever brought the application', async () => {
  answer = async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: 'Pressed.', components: [] });
    else if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'Press.',
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
          ),
        ],
      });
  };
  const { id } = await ask('petra', 'group/supper').reply();
  expect((await bot.sandbox.as('mira').press(id, 'more').reply()).content).toBe('Pressed.');
  expect(seen?.user.username).toBe('mira');
  expect(describeSeen()).toMatchObject({ context: 2, installedIn: null, installedBy: petraId() });
});

test('the target of a menu command comes with its content', async () => {
  answer = async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`About: ${interaction.targetMessage.content}`);
  };
  const { message } = bot.sandbox.as('tomas').say('group/supper', 'When is supper?');
  const use = bot.sandbox.as('petra').useOnMessage('group/supper', 'Ask about this', message.id);
  expect((await use.reply()).content).toBe('About: When is supper?');
});

test('who may not use external apps in a server sees the replies alone', async () => {
  const market = bot.sandbox.world.server('market');
  const [everyone] = market.roles;
  if (everyone === undefined) throw new Error('A server has a role for everyone.');
  const before = everyone.permissions;
  everyone.permissions = (BigInt(before) & ~PermissionFlagsBits.UseExternalApps).toString();
  const { flags } = await ask('petra', 'market/stalls').reply();
  everyone.permissions = before;
  expect(flags).toBe(MessageFlags.Ephemeral);
});

test('direct messages are for those who share a server with the bot or have installed it', async () => {
  const lone = await connectBot({
    world: {
      applicationOwner: 'oskar',
      users: [{ key: 'oskar' }, { key: 'petra', hasInstalled: true }, { key: 'tomas' }],
      guilds: [],
    },
  });
  await lone.client.application.commands.set([
    { name: 'ask', description: 'Asks', integrationTypes: [0, 1], contexts: [0, 1, 2] },
  ]);
  lone.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Here.');
  });
  expect((await lone.sandbox.as('petra').run({ channel: 'dm/petra', name: 'ask' }).reply()).content).toBe(
    'Here.',
  );
  expect(await lone.sandbox.as('tomas').run({ channel: 'dm/tomas', name: 'ask' }).acknowledged).toEqual({
    kind: 'refused',
    reason: 'The command "ask" is not installed for dm/tomas.',
  });
  await lone.stop();
});
