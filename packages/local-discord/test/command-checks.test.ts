import { ApplicationCommandType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandBulkChecks } from '../src/checks/command-checks.js';
import { connectBot } from './connect-bot.js';

/** Rule and path of every breach that registering these commands commits. */
function breachesOf(commands: unknown): string[] {
  const found = commandBulkChecks.flatMap((check) => check.find(commands));
  return found.map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

const text = (length: number) => 'x'.repeat(length);
const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'What', ...more });
const withOptions = (...options: object[]) => [command({ options })];

test.each<[string, unknown, string[]]>([
  ['a name with a capital', [command({ name: 'Ask' })], ['command-name 0.name']],
  ['a name with a space', [command({ name: 'ask me' })], ['command-name 0.name']],
  ['a name of 33', [command({ name: text(33) })], ['schema 0.name', 'command-name 0.name']],
  [
    'a translated name with a capital',
    [command({ name_localizations: { de: 'Fragen' } })],
    ['command-name 0.name_localizations.de'],
  ],
  [
    'a locale that does not exist',
    [command({ name_localizations: { xx: 'ask' } })],
    ['locale 0.name_localizations.xx'],
  ],
  ['no description', [command({ description: '' })], ['command-description 0.description']],
  ['a description of 101', [command({ description: text(101) })], ['schema 0.description']],
  ['a menu command with a description', [command({ type: 3 })], ['menu-description 0.description']],
  ['two commands of one name', [command(), command()], ['command-name-unique 1.name']],
  [
    '26 options',
    withOptions(...Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` }))),
    ['schema 0.options'],
  ],
  [
    'an option without a description',
    withOptions(option({ description: '' })),
    ['schema 0.options.0.description'],
  ],
  [
    'an option name with a capital',
    withOptions(option({ name: 'Question' })),
    ['command-name 0.options.0.name'],
  ],
  ['two options of one name', withOptions(option(), option()), ['option-name-unique 0.options.1.name']],
  [
    'a required option after an optional one',
    withOptions(option(), option({ name: 'source', required: true })),
    ['required-first 0.options.1'],
  ],
  [
    '26 choices',
    withOptions(option({ choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })),
    ['schema 0.options.0.choices'],
  ],
  [
    'a choice twice',
    withOptions(
      option({
        choices: [
          { name: 'a', value: '1' },
          { name: 'a', value: '2' },
        ],
      }),
    ),
    ['choice-unique 0.options.0.choices.1.name'],
  ],
  [
    'choices and autocomplete',
    withOptions(option({ autocomplete: true, choices: [{ name: 'a', value: '1' }] })),
    ['choices-or-autocomplete 0.options.0'],
  ],
  [
    'autocomplete of a yes or no',
    withOptions(option({ type: 5, autocomplete: true })),
    ['choices-type 0.options.0'],
  ],
  [
    'a lowest length above the highest',
    withOptions(option({ min_length: 5, max_length: 4 })),
    ['option-range 0.options.0.min_length'],
  ],
  [
    'a sub-command beside an option',
    withOptions({ type: 1, name: 'add', description: 'Adds' }, option()),
    ['sub-command-mix 0.options'],
  ],
  ['no context', [command({ contexts: [] })], ['schema 0.contexts']],
  [
    'permissions that are no number',
    [command({ default_member_permissions: 'all' })],
    ['schema 0.default_member_permissions'],
  ],
  [
    'more than 8,000 characters',
    withOptions(
      ...Array.from({ length: 4 }, (_, n) =>
        option({
          name: `o${n}`,
          choices: Array.from({ length: 20 }, (__, at) => ({
            name: `${at}${text(80)}`,
            value: `${at}${text(40)}`,
          })),
        }),
      ),
    ),
    ['command-total 0'],
  ],
  ['no list', { name: 'ask' }, ['command-list ']],
])('%s is a breach', (_, commands, expected) => {
  expect(breachesOf(commands)).toEqual(expected);
});

test('names in scripts without capitals, hyphens and apostrophes are names', () => {
  expect(
    breachesOf([command({ name: 'спросить' }), command({ name: 'שאל' }), command({ name: 'ถาม-it' })]),
  ).toEqual([]);
  expect(breachesOf([{ name: 'Ask about this', type: 3, default_member_permissions: '32' }])).toEqual([]);
});

test('the 101st command is refused, and so is the 16th of a menu', async () => {
  const bot = await connectBot();
  const { commands } = bot.client.application;
  const slash = Array.from({ length: 101 }, (_, n) => ({ name: `c${n}`, description: 'One of many' }));
  const menu = Array.from({ length: 16 }, (_, n) => ({
    name: `Ask ${n}`,
    type: ApplicationCommandType.Message as const,
  }));
  await commands.set(slash.slice(1));
  await expect(commands.set(slash)).rejects.toMatchObject({ code: 30032 });
  await expect(commands.set(menu)).rejects.toMatchObject({ code: 30032 });
  expect(bot.sandbox.commands()).toHaveLength(100);
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['command-count', 'command-count']);
  await bot.stop();
});

test('commands are created, listed, edited and deleted one by one, and keep their ids', async () => {
  const bot = await connectBot();
  const { commands } = bot.client.application;
  const created = await commands.create({ name: 'ask', description: 'Asks' });
  const again = await commands.create({ name: 'ask', description: 'Asks again' });
  expect(again.id).toBe(created.id);
  expect((await commands.fetch()).map(({ description }) => description)).toEqual(['Asks again']);
  await commands.edit(created.id, { description: 'Edited', nameLocalizations: { de: 'frag' } });
  expect(bot.sandbox.commands()[0]).toMatchObject({
    description: 'Edited',
    name_localizations: { de: 'frag' },
  });
  await commands.delete(created.id);
  expect(bot.sandbox.commands()).toEqual([]);
  await bot.stop();
});

test('a server that cannot list commands still registers them', async () => {
  const bot = await connectBot({ isListingCommands: false });
  const { commands } = bot.client.application;
  await expect(commands.fetch()).rejects.toMatchObject({ status: 404 });
  await commands.set([{ name: 'ask', description: 'Asks' }]);
  expect(bot.sandbox.commands().map(({ name }) => name)).toEqual(['ask']);
  await bot.stop();
});

test('whatever JSON is registered, the checks give violations and never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const commands of [
        value,
        [value],
        withOptions(
          ...(Array.isArray(value) ? value.filter((v) => typeof v === 'object' && v !== null) : []),
        ),
      ]) {
        expect(breachesOf(commands)).toBeInstanceOf(Array);
      }
    }),
    { numRuns: 300 },
  );
});
