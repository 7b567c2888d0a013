import { defaultWorldSeed, type SandboxOptions } from 'local-discord';
import { afterEach, describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/answer/define-command.js';
import { phrase } from '../../src/messages/phrase.js';
import { sayIn } from '../../src/messages/say.js';
import { saidAlone, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';
import { ask, tidy } from './trial-commands.js';

/** For whoever runs the bot. */
const rewind = defineCommand({
  name: 'rewind',
  description: 'Winds back',
  options: {},
  access: 'operators',
  isPrivate: true,
  execute: () => ({ kind: 'notice', title: 'Wound back', lines: [] }),
});

let running: RunningBot;
afterEach(() => running.stop());

async function start(world: SandboxOptions['world'] = defaultWorldSeed): Promise<void> {
  running = await runBot({ commands: [ask, tidy, rewind], sandbox: { world } });
}

async function use(name: string, user: string, channel = 'harbour/general'): Promise<string> {
  const pending = running.sandbox.as(user).run({ channel, name });
  const acknowledged = await pending.acknowledged;
  if (acknowledged.kind === 'refused') return acknowledged.reason;
  const message = acknowledged.kind === 'reply' ? acknowledged.message : await pending.reply();
  return shownBy(message).title ?? shownBy(message).description ?? '';
}

describe('a command for operators', () => {
  it('is for the owner of the application, and no moderator', async () => {
    await start();
    expect(await use('rewind', 'oskar')).toBe('Wound back');
    expect(await use('rewind', 'ines')).toBe(
      '/rewind is for whoever runs this bot: the owner of its application, or a member of the team that owns it.',
    );
    expect(await use('rewind', 'oskar', 'dm/oskar')).toContain('its contexts leave that out');
  });

  it('is for the team that owns the application, once they have joined it', async () => {
    await start({ ...defaultWorldSeed, applicationTeam: { members: ['ines'], invited: ['oskar'] } });
    expect(await use('rewind', 'ines')).toBe('Wound back');
    expect(await use('rewind', 'oskar')).toMatch(/^\/rewind is for whoever runs this bot/u);
  });
});

describe('a bot whom Discord does not tell its owner', () => {
  it('asks again soon, and knows the owner then', async () => {
    await start();
    // The client itself tries four times.
    running.sandbox.faults.failRest({ path: /^\/applications\/@me$/u, status: 503, times: 4 });
    await running.restart({ ownersAgainAfter: 50 });
    await expect.poll(() => use('rewind', 'oskar')).toBe('Wound back');
    expect(running.log.some((line) => line.includes('could not ask who owns the application'))).toBe(true);
  });
});

describe('a moderators’ command that does something without a server', () => {
  it('is for the operator in direct messages, where nobody else may run it', async () => {
    running = await runBot({ commands: [{ ...tidy, worksAlone: true }] });
    expect(running.sandbox.commands()[0]).toMatchObject({ contexts: [0, 1], integration_types: [0] });
    expect(await use('tidy', 'oskar', 'dm/oskar')).toBe('Tidy');
    expect(await use('tidy', 'ines', 'dm/ines')).toBe(
      '/tidy works only in a server that I am in, as it is about what that server has of its own.',
    );
  });
});

describe('a button for moderators', () => {
  it('is refused to others without the name of a command that nobody can type', async () => {
    const away = { ...tidy, name: 'shelf away', isOffered: false };
    const shelf = defineCommand({
      name: 'shelf',
      description: 'Shows the shelf',
      options: {},
      execute: () => ({
        kind: 'notice',
        title: 'Shelf',
        lines: [],
        actions: [{ label: phrase('gaps.done'), style: 'plain', command: 'shelf away', options: {} }],
      }),
    });
    running = await runBot({ commands: [shelf, away] });
    const message = await running.sandbox
      .as('mira')
      .run({ channel: 'harbour/general', name: 'shelf' })
      .reply();
    const press = await running.sandbox.as('mira').press(message.id, 'Done').acknowledged;
    expect(press).toMatchObject(
      saidAlone(
        'This button is for moderators: it needs the permission Manage Server, or the role that /settings names for it.',
      ),
    );
    expect(shownBy(await running.sandbox.as('ines').press(message.id, 'Done').reply()).title).toBe('Tidy');
  });
});

describe('a sub-command for moderators', () => {
  it('offers choices to them, and none to others who type it all the same', async () => {
    const find = defineCommand({
      name: 'shelf find',
      description: 'Finds a shelf',
      options: {
        room: { description: 'Where', maxLength: 20 },
        label: {
          description: 'What stands on it',
          maxLength: 20,
          complete: (typed, { place }) => [
            { name: `${typed} in ${place.guildId ?? 'no server'}`, value: typed },
          ],
        },
      },
      access: 'moderators',
      execute: () => ({ kind: 'notice', title: 'Found', lines: [] }),
    });
    // With a role for moderators, Discord offers the command to all, and the bot decides.
    running = await runBot({ commands: [find], bot: { moderatorRoleId: '1' } });
    const type = (user: string) =>
      running.sandbox
        .as(user)
        .autocomplete({
          channel: 'harbour/general',
          name: 'shelf find',
          options: { room: 'hall', label: 'map' },
          focused: 'label',
        })
        .choices();
    const { id } = running.sandbox.world.server('harbour');
    expect(await type('ines')).toEqual([{ name: `map in ${id}`, value: 'map' }]);
    expect(await type('mira')).toEqual([]);
  });
});

describe('a message, which does not tell its author’s language', () => {
  const nothingAsked = phrase('discord.no-question');
  const speakers = defaultWorldSeed.users.map((user) =>
    user.key === 'mira' ? { ...user, locale: 'de' } : user,
  );

  async function mention(channel: string, text = '@bot'): Promise<string | undefined> {
    const answer = await running.sandbox.as('mira').say(channel, text).answer();
    return shownBy(answer).description;
  }

  it('is answered in the language of its server', async () => {
    const guilds = defaultWorldSeed.guilds.map((guild) =>
      guild.key === 'harbour' ? { ...guild, locale: 'fr' } : guild,
    );
    await start({ ...defaultWorldSeed, users: speakers, guilds });
    expect(await mention('harbour/general')).toBe(sayIn('fr')(nothingAsked));
    expect(await mention('library/general')).toBe(sayIn('en')(nothingAsked));
  });

  it('is answered in direct messages in English, until a command tells of another', async () => {
    await start({ ...defaultWorldSeed, users: speakers });
    const question = 'why '.repeat(20).trim();
    const reason = phrase('discord.question-too-long', { most: 30, length: question.length });
    expect(await mention('dm/mira', question)).toBe(sayIn('en')(reason));
    const use = running.sandbox
      .as('mira')
      .run({ channel: 'dm/mira', name: 'ask', options: { question: 'why?' } });
    await use.reply();
    expect(await mention('dm/mira', question)).toBe(sayIn('de')(reason));
  });
});
