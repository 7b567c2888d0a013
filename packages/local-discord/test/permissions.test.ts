import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandUse } from '../src/driver/actor.js';
import { defaultWorldSeed } from '../src/index.js';
import { type ConnectedBot, connectBot } from './connect-bot.js';

let bot: ConnectedBot;

beforeAll(async () => {
  bot = await connectBot({
    timing: { acknowledgeMs: 60 },
    world: {
      ...defaultWorldSeed,
      users: defaultWorldSeed.users.map((user) =>
        user.key === 'tomas' ? { ...user, hasInstalled: true } : user,
      ),
      guilds: [
        ...defaultWorldSeed.guilds,
        {
          key: 'quay',
          name: 'The Quay',
          owner: 'oskar',
          members: ['mira', 'tomas'],
          channels: [{ name: 'talk' }],
          hasBot: false,
        },
      ],
    },
  });
  await bot.client.application.commands.set([
    { name: 'reload', description: 'Reads again', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
    { name: 'locked', description: 'For administrators', defaultMemberPermissions: 0n },
    { name: 'indoors', description: 'Not in direct messages', contexts: [0] },
    {
      name: 'anywhere',
      description: 'Also where the bot is not',
      integrationTypes: [0, 1],
      contexts: [0, 1, 2],
    },
    {
      name: 'ask',
      description: 'Asks',
      options: [
        { name: 'question', description: 'What', type: 3, required: true, minLength: 2, maxLength: 5 },
        { name: 'count', description: 'How many', type: 4, minValue: 1, maxValue: 3 },
        { name: 'kind', description: 'Which', type: 3, choices: [{ name: 'A date', value: 'date' }] },
        { name: 'private', description: 'Only me', type: 5 },
      ],
    },
    { name: 'source', description: 'Sources', options: [{ name: 'add', description: 'Adds', type: 1 }] },
  ]);
  await bot.client.application.commands.set(
    [{ name: 'local', description: 'Here only' }],
    bot.sandbox.world.server('library').id,
  );
});
afterAll(() => bot.stop());

/** Why the client does not send it, or `missed` when it was sent (the bot of this test answers nothing). */
async function outcome(
  user: string,
  use: Omit<CommandUse, 'channel'> & { channel?: string },
): Promise<string> {
  const pending = bot.sandbox.as(user).run({ channel: 'harbour/general', ...use });
  const acknowledgement = await pending.acknowledged;
  return acknowledgement.kind === 'refused' ? acknowledgement.reason : acknowledgement.kind;
}

test('a command with default permissions is offered to those who have them', async () => {
  expect(await outcome('mira', { name: 'reload' })).toBe(
    'mira does not have the permissions that the command "reload" asks for in harbour/general.',
  );
  expect(await outcome('ines', { name: 'reload' })).toBe('missed');
  expect(await outcome('oskar', { name: 'reload' })).toBe('missed');
  expect(await outcome('ines', { name: 'locked' })).toContain('does not have the permissions');
  expect(await outcome('oskar', { name: 'locked' })).toBe('missed');
});

test('contexts and scopes say where a command is offered', async () => {
  expect(await outcome('mira', { name: 'indoors' })).toBe('missed');
  expect(await outcome('mira', { name: 'indoors', channel: 'dm/mira' })).toBe(
    'The command "indoors" is not offered in dm/mira: its contexts leave that out.',
  );
  expect(await outcome('mira', { name: 'local', channel: 'library/general' })).toBe('missed');
  expect(await outcome('mira', { name: 'local' })).toBe('There is no command "local".');
  expect(await outcome('tomas', { name: 'indoors', channel: 'library/general' })).toBe(
    'tomas cannot see library/general.',
  );
});

test('where the bot is not, only user-installed commands are offered, to those who installed them', async () => {
  expect(await outcome('tomas', { name: 'anywhere', channel: 'quay/talk' })).toBe('missed');
  expect(await outcome('tomas', { name: 'indoors', channel: 'quay/talk' })).toBe(
    'The command "indoors" is not installed for quay/talk.',
  );
  expect(await outcome('mira', { name: 'anywhere', channel: 'quay/talk' })).toBe(
    'The command "anywhere" is not installed for quay/talk.',
  );
});

test('options are checked as Discord’s client checks them', async () => {
  const ask = (options: CommandUse['options']) =>
    outcome('mira', { name: 'ask', ...(options && { options }) });
  expect(await ask({})).toBe('The option "question" is required.');
  expect(await ask({ question: 'a' })).toBe('The option "question" takes 2 to 5 characters.');
  expect(await ask({ question: 'abcdef' })).toBe('The option "question" takes 2 to 5 characters.');
  expect(await ask({ question: '   ' })).toBe('The option "question" is empty.');
  expect(await ask({ question: 'abc', count: 1.5 })).toBe('The option "count" takes a whole number.');
  expect(await ask({ question: 'abc', count: 4 })).toBe('The option "count" takes a number from 1 to 3.');
  expect(await ask({ question: 'abc', kind: 'place' })).toBe('The option "kind" takes one of: A date.');
  expect(await ask({ question: 'abc', private: 'yes' })).toBe('The option "private" takes true or false.');
  expect(await ask({ question: 'abc', other: 1 })).toBe('The command has no option "other".');
  expect(await ask({ question: 'abc', count: 2, kind: 'date', private: true })).toBe('missed');
});

test('a command with sub-commands is used by the whole name', async () => {
  expect(await outcome('mira', { name: 'source' })).toBe('There is no sub-command ""; there are: add.');
  expect(await outcome('mira', { name: 'source add' })).toBe('missed');
});

test('an unknown name is answered with the names that there are', () => {
  expect(() => bot.sandbox.as('nobody')).toThrow(
    'There is no user "nobody" in the local Discord; there are: mira, tomas, ines, oskar, petra.',
  );
  expect(() => bot.sandbox.messages('harbour/cellar', { as: 'mira' })).toThrow(
    'There is no channel "harbour/cellar" in the local Discord; there are: harbour/general,',
  );
});

test('people delete their own messages, moderators anyone’s', () => {
  const { message } = bot.sandbox.as('mira').say('harbour/general', 'Oops');
  expect(() => bot.sandbox.as('tomas').remove(message.id)).toThrow(
    `tomas may not delete the message ${message.id}.`,
  );
  bot.sandbox.as('ines').remove(message.id);
  expect(() => bot.sandbox.as('mira').remove(message.id)).toThrow(`mira sees no message ${message.id}.`);
});
