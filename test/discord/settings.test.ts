import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unescapeMarkup } from '../../src/discord/render/markup.js';
import { defaultWorldSeed } from '../../src/sandbox/sandbox.js';
import { excerptsIn, labelsIn } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

let running: KeepingBot;
let now = 0;

beforeAll(async () => {
  running = await runKeepingBot({
    sandbox: {
      privilegedIntents: ['MessageContent'],
      world: {
        ...defaultWorldSeed,
        users: defaultWorldSeed.users.map((user) =>
          user.key === 'tomas' ? { ...user, locale: 'de' } : user,
        ),
        guilds: defaultWorldSeed.guilds.map((guild) =>
          guild.key === 'harbour'
            ? { ...guild, roles: [...(guild.roles ?? []), { name: 'Readers', members: ['tomas'] }] }
            : guild,
        ),
      },
    },
    bot: { isReadingMessages: true, clock: () => now },
  });
});
afterAll(() => running.stop());

type Options = Record<string, string | number | boolean>;

function use(name: string, options: Options = {}, user = 'ines', channel = 'harbour/general') {
  return running.sandbox.as(user).run({ channel, name, options });
}

async function read(name: string, options: Options = {}, user = 'ines', channel = 'harbour/general') {
  return textOf(await use(name, options, user, channel).reply());
}

function textOf({ embeds: [embed] }: APIMessage): string {
  return unescapeMarkup([embed?.title ?? [], embed?.description ?? []].flat().join('\n'));
}

async function refusalOf(name: string, options: Options, user: string, channel = 'harbour/general') {
  const acknowledged = await use(name, options, user, channel).acknowledged;
  if (acknowledged.kind === 'refused') return acknowledged.reason;
  return acknowledged.kind === 'reply' ? textOf(acknowledged.message) : acknowledged.kind;
}

const UNSET = `**Moderators** members with the permission Manage Server
**Questions without a mention** answered in no channel
**Replies** everybody in the channel sees them, unless their reader asks for a private one
**Cooldown** none
**Language** each reader’s own`;

describe('/settings', () => {
  it('shows how the server is set up, to moderators alone', async () => {
    expect(await use('settings show').acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    expect(await read('settings show')).toBe(`How Footnote is set up here\n${UNSET}`);
    expect(await refusalOf('settings show', {}, 'mira')).toBe(
      'mira does not have the permissions that the command "settings" asks for in harbour/general.',
    );
    expect(await refusalOf('settings show', {}, 'petra', 'market/stalls')).toBe(
      'petra does not have the permissions that the command "settings" asks for in market/stalls.',
    );
  });

  it('is where /help tells moderators to begin, and nobody else', async () => {
    expect(await read('help')).toContain(
      '**To begin** Add this server’s own articles with /source add, see what they did not answer with /gaps, and set me up with /settings show.',
    );
    const members = await read('help', {}, 'mira');
    expect(members).not.toContain('To begin');
    expect(members).not.toContain('/settings');
    expect(members).toContain('/privacy');
  });

  it('of one server is not that of another, and outlives a restart', async () => {
    expect(await read('settings replies', { visibility: 'private' })).toContain(
      'Saved\n**Moderators** members with the permission Manage Server',
    );
    await running.restart();
    expect(await read('settings show')).toContain('**Replies** only who asked sees them');
    expect(await read('settings show', {}, 'ines', 'library/general')).toContain(UNSET);
  });

  it('replies: decides who sees a reply, unless the option private says otherwise', async () => {
    const question = { question: 'How many boats have to move?' };
    const seenBy = async (options: Options, channel: string) => {
      const acknowledged = await use('ask', options, 'mira', channel).acknowledged;
      return acknowledged.kind === 'deferred' && acknowledged.isEphemeral ? 'mira' : 'everybody';
    };
    expect(await seenBy(question, 'harbour/general')).toBe('mira');
    expect(await seenBy({ ...question, private: false }, 'harbour/general')).toBe('everybody');
    expect(await seenBy(question, 'library/general')).toBe('everybody');
    expect(await seenBy({ ...question, private: true }, 'library/general')).toBe('mira');
    const { message } = running.sandbox.as('tomas').say('harbour/general', 'Forty boats move.');
    const menu = running.sandbox
      .as('mira')
      .useOnMessage('harbour/general', 'Ask the articles about this', message.id);
    expect(await menu.acknowledged).toEqual({ kind: 'deferred', isEphemeral: true });
    await read('settings replies', { visibility: 'public' });
    expect(await seenBy(question, 'harbour/general')).toBe('everybody');
  });

  it('role: lets its members in, says where Discord shows them the commands, and goes when it is deleted', async () => {
    const readers = running.sandbox.world.server('harbour').roles.find(({ name }) => name === 'Readers');
    expect(await read('settings role', { role: running.sandbox.world.server('harbour').id })).toBe(
      '@everyone would make everybody a moderator: choose another role.',
    );
    expect(await read('settings role', { role: readers?.id ?? '' })).toContain(
      `Saved
Discord still shows the moderators’ commands to members with Manage Server only: to show them to this role too, allow it under Server Settings, Integrations, Footnote.
**Moderators** members with the permission Manage Server or the role @Readers`,
    );
    // As after somebody has allowed the role in Discord's own settings: the commands are shown, and decide when run.
    await running.restart({ moderatorRoleId: '1' });
    expect(await read('settings show', {}, 'tomas')).toContain('@Readers');
    expect(await refusalOf('settings show', {}, 'mira')).toBe(
      '/settings show is for moderators: it needs the permission Manage Server, or the role that /settings names for it.',
    );
    expect(await refusalOf('settings show', {}, 'petra', 'market/stalls')).toBe(
      'The command "settings" is not installed for market/stalls.',
    );
    await running.restart();
    running.sandbox.removeRole('harbour', 'Readers');
    await expect
      .poll(() => read('settings show'))
      .toContain(
        'The role for moderators was deleted, so it is taken off: members with the permission Manage Server are left.',
      );
    expect(await read('settings show')).toBe(`How Footnote is set up here\n${UNSET}`);
  });

  it('language: is that of every reply in the server, and each reader’s own without it', async () => {
    const status = (user: string, channel: string) => read('status', {}, user, channel);
    expect(await status('mira', 'library/general')).toContain('How Footnote is');
    await read('settings language', { language: 'de' }, 'ines', 'library/general');
    const german = await status('mira', 'library/general');
    expect(german).toBe(await status('tomas', 'harbour/general'));
    await read('settings language', {}, 'ines', 'library/general');
    expect(await status('mira', 'library/general')).toContain('How Footnote is');
  });
});

describe('where somebody has installed the bot for themselves', () => {
  it.each(['market/stalls', 'group/supper', 'dm/petra'])(
    'it answers over the shared articles: %s',
    async (channel) => {
      const reply = await use('ask', { question: 'How many boats have to move?' }, 'petra', channel).reply();
      expect(excerptsIn(reply.embeds[0] ?? {})[0]).toContain('40 boats');
      const status = await read('status', {}, 'petra', channel);
      expect(status).not.toContain('Of this server’s own');
    },
  );

  it('a message’s menu asks about its text there too', async () => {
    const { message } = running.sandbox
      .as('mira')
      .say('market/stalls', 'They say 40 boats would have to move.');
    const menu = running.sandbox
      .as('petra')
      .useOnMessage('market/stalls', 'Ask the articles about this', message.id);
    expect(excerptsIn((await menu.reply()).embeds[0] ?? {})[0]).toContain('40 boats');
  });
});

describe('an open channel', () => {
  const QUESTION = 'How many boats have to move?';

  it('has its questions answered without a mention, and in no other channel', async () => {
    const { sandbox } = running;
    expect(await read('settings channel', { channel: 'harbour/general', open: true })).toContain(
      `Saved
There I answer messages that end in a question mark or begin as a question, and stay silent where the articles say nothing.
**Moderators** members with the permission Manage Server
**Questions without a mention** answered in #general`,
    );
    const answer = await sandbox.as('mira').say('harbour/general', QUESTION).answer();
    expect(excerptsIn(answer.embeds[0] ?? {})[0]).toContain('40 boats');
    const follow = sandbox
      .as('mira')
      .say('harbour/general', 'and who is the harbour master?', { replyTo: answer.id, isPinging: false });
    expect(excerptsIn((await follow.answer()).embeds[0] ?? {}).join('\n')).toContain('Ada Winter');
    const elsewhere = [
      sandbox.as('mira').say('harbour/newsroom', QUESTION),
      sandbox.as('mira').say('library/general', QUESTION),
    ];
    for (const sent of elsewhere) expect(await sent.isUnanswered(100)).toBe(true);
  });

  it('has its chat left alone: what is no question, what the articles say nothing of, what is to somebody', async () => {
    const { sandbox } = running;
    const tomas = sandbox.world.person('tomas').user.id;
    const chat = [
      'The boats have to move.',
      'Anybody for zwieback and quinoa?',
      `<@${tomas}> how many boats have to move?`,
      '!boats how many?',
    ].map((text) => sandbox.as('mira').say('harbour/general', text));
    expect(await Promise.all(chat.map((sent) => sent.isUnanswered(300)))).toEqual([true, true, true, true]);
  });

  it('takes no question from anybody’s cooldown for what is not answered', async () => {
    await read('settings cooldown', { seconds: 10 });
    now += 100_000;
    for (let i = 0; i < 6; i += 1) {
      const sent = running.sandbox.as('mira').say('harbour/general', 'Anybody for zwieback and quinoa?');
      expect(await sent.isUnanswered(40)).toBe(true);
    }
    for (let i = 0; i < 4; i += 1) await running.sandbox.as('mira').say('harbour/general', QUESTION).answer();
    expect(textOf(await use('sources', {}, 'mira').reply())).not.toBe('');
    expect(await refusalOf('sources', {}, 'mira')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect(await running.sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    now += 100_000;
    await read('settings cooldown', { seconds: 0 });
  });

  it('comes with a warning where the bot may not write in it', async () => {
    const { sandbox } = running;
    const everyone = sandbox.world.server('library').roles[0];
    const before = everyone?.permissions ?? '0';
    const hint =
      'I may not answer in this channel: give me View Channel, Send Messages and Embed Links there.';
    const open = () =>
      read('settings channel', { channel: 'library/archive', open: true }, 'ines', 'library/general');
    expect(await open()).not.toContain(hint);
    if (everyone !== undefined)
      everyone.permissions = String(BigInt(before) & ~PermissionFlagsBits.EmbedLinks);
    await running.restart();
    expect(await open()).toContain(hint);
    if (everyone !== undefined) everyone.permissions = before;
    await running.restart();
    await read('settings channel', { channel: 'library/archive', open: false }, 'ines', 'library/general');
  });

  it('is said to be of no use where the bot does not see what is written', async () => {
    await running.restart({ isReadingMessages: false });
    expect(await read('settings channel', { channel: 'harbour/general', open: true })).toContain(
      'I was started without the Message Content intent, so I do not see messages that do not mention me. Whoever runs me switches on Message Content in Discord’s developer portal (Bot, Privileged Gateway Intents), sets MESSAGE_CONTENT=on, and starts me again.',
    );
    expect(await running.sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    await running.restart();
  });

  it('is closed again, and taken off when it is deleted', async () => {
    const { sandbox } = running;
    await read('settings channel', { channel: 'harbour/newsroom', open: true });
    expect(await read('settings channel', { channel: 'harbour/general', open: false })).toContain(
      '**Questions without a mention** answered in #newsroom',
    );
    expect(await sandbox.as('mira').say('harbour/general', QUESTION).isUnanswered(100)).toBe(true);
    sandbox.removeChannel('harbour/newsroom');
    await expect
      .poll(() => read('settings show'))
      .toContain('A channel was deleted and is taken off the list of those where questions need no mention.');
    expect(await read('settings show')).toContain('answered in no channel');
  });
});

describe('the cooldown of a server', () => {
  it('holds whoever asks too fast, moderators too, privately and with the time left', async () => {
    expect(await read('settings cooldown', { seconds: 10 }, 'ines', 'library/general')).toContain(
      '**Cooldown** 10 seconds between the questions of one person, after a first few',
    );
    for (let i = 0; i < 4; i += 1) await use('sources', {}, 'mira', 'library/general').reply();
    const fifth = use('sources', {}, 'mira', 'library/general');
    expect((await fifth.acknowledged).kind).toBe('deferred');
    const held = await use('sources', {}, 'mira', 'library/general').acknowledged;
    expect(held).toMatchObject({ kind: 'reply', message: { flags: 64 } });
    expect(held.kind === 'reply' && textOf(held.message)).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    for (let i = 0; i < 5; i += 1) await use('sources', {}, 'ines', 'library/general').acknowledged;
    expect(await refusalOf('sources', {}, 'ines', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect((await use('sources', {}, 'mira', 'harbour/general').acknowledged).kind).toBe('deferred');
  });

  it('does not keep moderators from their own commands, which have a pace of their own', async () => {
    await read('settings cooldown', { seconds: 3_600 }, 'oskar', 'library/general');
    for (let i = 0; i < 5; i += 1) await use('sources', {}, 'oskar', 'library/general').reply();
    expect(await refusalOf('sources', {}, 'oskar', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 3,600 seconds.',
    );
    for (let i = 0; i < 8; i += 1) await read('status', {}, 'oskar', 'library/general');
    expect(await read('settings cooldown', { seconds: 10 }, 'oskar', 'library/general')).toContain('Saved');
    expect(await refusalOf('status', {}, 'oskar', 'library/general')).toBe(
      'That was too fast: try again in 1 second.',
    );
    expect(await refusalOf('sources', {}, 'oskar', 'library/general')).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
  });

  it('tells who writes too fast once, and then keeps silent until they may ask again', async () => {
    const { sandbox } = running;
    const ask = () => sandbox.as('mira').say('library/general', '@bot who is Ada Winter?');
    expect(textOf(await ask().answer())).toBe(
      'You have asked a lot at once: I answer your next question in 10 seconds.',
    );
    expect(await ask().isUnanswered(100)).toBe(true);
    now += 10_000;
    expect(textOf(await ask().answer())).toContain('who is Ada Winter?');
    now += 100_000;
    await read('settings cooldown', { seconds: 0 }, 'ines', 'library/general');
  });

  it('offers no more choices to whoever types faster than anybody can', async () => {
    const type = () =>
      running.sandbox
        .as('oskar')
        .autocomplete({
          channel: 'library/general',
          name: 'ask',
          options: { source: 'pie' },
          focused: 'source',
        })
        .choices();
    for (let i = 0; i < 20; i += 1) expect(await type()).toHaveLength(1);
    expect(await type()).toEqual([]);
    now += 100;
    expect(await type()).toHaveLength(1);
  });
});

describe('/status', () => {
  it('says what is read here, and to the operator how the bot stands with Discord', async () => {
    const shown = await read('status', {}, 'mira');
    expect(shown).toMatch(
      /^How Footnote is\n\*\*Version\*\* \d+\.\d+\.\d+\n\*\*Articles here\*\* 2 articles, 15 passages\n\*\*Last read\*\* [^\n]+ UTC\n\*\*Failed to load\*\* none\n\*\*Of this server’s own\*\* none$/u,
    );
    const operators = await read('status', {}, 'oskar');
    expect(operators).toMatch(
      /\n\*\*Servers\*\* 2\n\*\*Shard\*\* 1 of 1\n\*\*Latency\*\* [^\n]+\n\*\*Running for\*\* [^\n]+\n\*\*Memory\*\* \d+ MiB\n\*\*Kept\*\* of 2 servers$/u,
    );
  });
});

describe('/privacy', () => {
  it('says what is kept and how long, and deletes what is kept about who asks', async () => {
    const { sandbox } = running;
    const at = new Date('2031-05-03T10:00:00Z');
    const { id: guildId } = sandbox.world.server('harbour');
    const userId = sandbox.world.person('mira').user.id;
    const counts = { milliseconds: 5, added: 0, removed: 0, changed: 0, unchanged: 2, failed: 0 };
    await running.store.reloads.add({ guildId, userId, at, ...counts }, 20);
    const message = await use('privacy', {}, 'mira').reply();
    expect(textOf(message)).toBe(`What is kept, and how long
**Questions** Not kept, with one exception: a question of a server that got no answer, or whose answer was called wrong, is kept for its moderators for 90 days, without who asked.
**Moderators** Your Discord id stands with the articles that you added and with the times that you had them read again, for as long as these are kept. A file that you have not confirmed goes after an hour.
**In memory** Your Discord language and when you last asked, until the next restart.
**Log** Which command was used when and in which server; not by whom, and not what was asked.
**Servers** Once the bot is removed from a server, all that is kept of it goes after 30 days.`);
    expect(labelsIn(message)).toEqual(['Delete what is kept about me']);
    const press = () => sandbox.as('mira').press(message.id, 'Delete what is kept about me').reply();
    expect(textOf(await press())).toBe(
      'Deleted\nYour Discord id was removed from 1 record; the article itself stays with its server.',
    );
    expect(await running.store.reloads.list(guildId)).toMatchObject([{ userId: null }]);
  });
});

describe('a server that the bot leaves', () => {
  it('is noted at once, not for an outage, and no longer when the bot is back', async () => {
    const { sandbox } = running;
    const { id } = sandbox.world.server('library');
    const departed = () => running.store.departures.listOlder(new Date(Date.now() + 1_000));
    sandbox.setOutage('library', true);
    sandbox.setOutage('library', false);
    sandbox.removeBot('library');
    await expect.poll(departed).toEqual([id]);
    sandbox.addBot('library');
    await expect.poll(departed).toEqual([]);
  });

  it('is noted at the next start where it happened while the bot was not there', async () => {
    const { sandbox } = running;
    const { id } = sandbox.world.server('library');
    await running.bot.stop();
    sandbox.removeBot('library');
    await running.restart();
    expect(await running.store.departures.listOlder(new Date(Date.now() + 1_000))).toEqual([id]);
    sandbox.addBot('library');
  });
});
