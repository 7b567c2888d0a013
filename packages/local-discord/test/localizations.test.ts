import { type ApplicationCommandData, ApplicationFlags, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandBulkChecks } from '../src/checks/command-checks.js';
import { localize } from '../src/page/localize.js';
import { type ConnectedBot, connectBot, PLAIN_INTENTS } from './connect-bot.js';

/** Rule and path of every breach that registering these commands commits. */
function breachesOf(commands: unknown): string[] {
  const found = commandBulkChecks.flatMap((check) => check.find(commands));
  return found.map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

const named = (name: string, more: object = {}) => ({ name, description: 'Does', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'What', ...more });
const text = (length: number) => 'x'.repeat(length);

test.each<[string, unknown, string[]]>([
  [
    'a name in a language that commands have no names in',
    [named('ask', { name_localizations: { he: 'שאל', 'pt-PT': 'perguntar' } })],
    ['locale 0.name_localizations.he', 'locale 0.name_localizations.pt-PT'],
  ],
  [
    'a translated name with a capital, a space or more than 32 characters',
    [named('ask', { name_localizations: { ru: 'Спросить', fr: 'poser question', de: text(33) } })],
    [
      'schema 0.name_localizations.de',
      'command-name 0.name_localizations.ru',
      'command-name 0.name_localizations.fr',
      'command-name 0.name_localizations.de',
    ],
  ],
  [
    'a translated description that is empty or longer than 100 characters, on a sub-command’s option',
    [
      named('source', {
        options: [
          {
            type: 1,
            ...named('add', {
              options: [option('file', { description_localizations: { de: '', fr: text(101) } })],
            }),
          },
        ],
      }),
    ],
    [
      'schema 0.options.0.options.0.description_localizations.de',
      'schema 0.options.0.options.0.description_localizations.fr',
    ],
  ],
  [
    'two commands of one name in a language',
    [
      named('ask', { name_localizations: { de: 'frag' } }),
      named('search', { name_localizations: { de: 'frag', fr: 'frag' } }),
    ],
    ['command-name-unique 1.name_localizations.de'],
  ],
  [
    'a translated name that is another command’s by default',
    [named('ask'), named('search', { name_localizations: { de: 'ask' } })],
    ['command-name-unique 1.name_localizations.de'],
  ],
  [
    'two options of one name in a language',
    [
      named('ask', {
        options: [
          option('question', { name_localizations: { de: 'frage' } }),
          option('topic', { name_localizations: { de: 'frage' } }),
        ],
      }),
    ],
    ['option-name-unique 0.options.1.name_localizations.de'],
  ],
  [
    'a menu command with a translated description',
    [{ type: 3, name: 'Ask', description_localizations: { de: 'Fragt' } }],
    ['menu-description 0.description'],
  ],
  [
    'more than 8,000 characters in the longest translations',
    [
      named('ask', {
        options: Array.from({ length: 25 }, (_, n) =>
          option(`o${n}`, {
            description_localizations: { de: text(60), fr: text(100) },
            choices: Array.from({ length: 8 }, (__, at) => ({
              name: `${at}`,
              value: `${at}`,
              name_localizations: { fr: `${at}${text(27)}` },
            })),
          }),
        ),
      }),
    ],
    ['command-total 0'],
  ],
])('%s is a breach', (_, commands, expected) => {
  expect(breachesOf(commands)).toEqual(expected);
});

test('only the longest translation of each text counts', () => {
  const translated = Object.fromEntries(
    ['de', 'fr', 'ru', 'es-ES', 'pt-BR'].map((locale) => [locale, text(100)]),
  );
  const options = Array.from({ length: 25 }, (_, n) =>
    option(`o${n}`, { description_localizations: translated }),
  );
  expect(breachesOf([named('ask', { options })])).toEqual([]);
});

test('one command may be called the same in two languages, and a name may repeat its own default', () => {
  const same = { de: 'status', fr: 'statut', 'pt-BR': 'status' };
  expect(breachesOf([named('status', { name_localizations: same }), named('ask')])).toEqual([]);
});

let bot: ConnectedBot;
const commands: ApplicationCommandData[] = [
  {
    name: 'source',
    description: 'Sources',
    nameLocalizations: { de: 'quelle', fr: 'source' },
    descriptionLocalizations: { de: 'Quellen' },
    options: [
      {
        type: 1,
        name: 'show',
        description: 'Shows',
        nameLocalizations: { de: 'zeigen' },
        options: [
          {
            type: 3,
            name: 'kind',
            description: 'Which',
            choices: [{ name: 'News', value: 'news', nameLocalizations: { de: 'Nachrichten' } }],
          },
        ],
      },
    ],
  },
];

beforeAll(async () => {
  bot = await connectBot(
    { privilegedIntents: ['MessageContent'] },
    { intents: [...PLAIN_INTENTS, GatewayIntentBits.MessageContent] },
  );
  await bot.client.application.commands.set(commands);
});
afterAll(() => bot.stop());

test('translations are listed where they are asked for, and without repeats of the default', async () => {
  const route = `/applications/${bot.client.application.id}/commands` as const;
  expect(JSON.stringify(await bot.client.rest.get(route))).not.toContain('_localizations');
  const query = new URLSearchParams({ with_localizations: 'true' });
  const [listed] = (await bot.client.rest.get(route, { query })) as Record<string, unknown>[];
  expect(listed).toMatchObject({
    name_localizations: { de: 'quelle' },
    description_localizations: { de: 'Quellen' },
    options: [
      {
        name_localizations: { de: 'zeigen' },
        options: [{ choices: [{ name: 'News', name_localizations: { de: 'Nachrichten' } }] }],
      },
    ],
  });
  expect(listed?.name_localizations).not.toHaveProperty('fr');
});

test('a command that would be called like another in a language is refused when it is added', async () => {
  await expect(
    bot.client.application.commands.create({
      name: 'origin',
      description: 'Where from',
      nameLocalizations: { de: 'quelle' },
    }),
  ).rejects.toMatchObject({ code: 50035 });
  expect(bot.sandbox.breaches().map(({ rule }) => rule)).toEqual(['command-name-unique']);
});

test('people are shown names in their language, or one near it, and else the default', () => {
  const near = { 'es-ES': 'preguntar', 'en-GB': 'enquire' };
  const ask = { type: 1, ...named('ask', { name_localizations: near }) };
  const labels = ['es-419', 'es-ES', 'en-US', 'de', 'he'].map((locale) => localize(ask, locale).label);
  expect(labels).toEqual(['preguntar', 'preguntar', 'enquire', 'ask', 'ask']);
});

test('the bot is told the language of the person’s client, whatever it is', async () => {
  const locales: string[] = [];
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    locales.push(interaction.locale);
    if (interaction.isChatInputCommand()) await interaction.reply('Shown.');
  });
  const mira = bot.sandbox.as('mira');
  for (const locale of ['he', 'ar', 'pt-BR', 'tlh']) {
    mira.speak(locale);
    await mira.run({ channel: 'harbour/general', name: 'source show' }).reply();
  }
  expect(locales).toEqual(['he', 'ar', 'pt-BR', 'tlh']);
});

test('the application’s flags tell whether the message-content intent is switched on', async () => {
  expect(bot.client.application.flags.has(ApplicationFlags.GatewayMessageContentLimited)).toBe(true);
  const plain = await connectBot();
  expect(plain.client.application.flags.has(ApplicationFlags.GatewayMessageContentLimited)).toBe(false);
  await plain.stop();
});
