import { defaultWorldSeed } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandUser } from './command-user.js';
import { excerptsIn, labelsIn, textOf } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

let running: KeepingBot;

beforeAll(async () => {
  running = await runKeepingBot({
    sandbox: {
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
  });
});
afterAll(() => running.stop());

const { use, read, refusalOf } = commandUser(() => running);

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
    const seenBy = async (options: Parameters<typeof use>[1], channel: string) => {
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
      expect(excerptsIn(reply)[0]).toContain('40 boats');
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
    expect(excerptsIn(await menu.reply())[0]).toContain('40 boats');
  });
});

describe('/status', () => {
  it('says what is read here, and to the operator how the bot stands with Discord', async () => {
    const shown = await read('status', {}, 'mira');
    expect(shown).toMatch(
      /^How Footnote is\n\*\*Version\*\* \d+\.\d+\.\d+\n\*\*Articles here\*\* 2 articles, 15 passages\n\*\*Last read\*\* [^\n]+ UTC\n\*\*Failed to load\*\* none\n\*\*Of this server’s own\*\* none\n\*\*Reading of questions\*\* close$/u,
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
