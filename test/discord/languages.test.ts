import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameCommand } from '../../src/messages/command-words.js';
import { balanceDirection, dropDirection } from '../../src/messages/direction.js';
import { languageOf } from '../../src/messages/language.js';
import { phrase } from '../../src/messages/phrase.js';
import { sayIn } from '../../src/messages/say.js';
import { besideIn, labelsIn, type Shown, saying, shownBy } from './read-message.js';
import { type RunningBot, runBot } from './running-bot.js';

let running: RunningBot;
beforeAll(async () => {
  running = await runBot();
});
afterAll(() => running.stop());

const CHANNEL = 'harbour/general';

/** Discord's locales that Footnote has a language for, and two that its apps have not, should it send them; with what a question is answered with in each. */
const LOCALES: readonly [string, string, string][] = [
  ['en-GB', 'paragraph 2', '3 May 2031'],
  ['de', 'Absatz 2', '3. Mai 2031'],
  ['es-ES', 'párrafo 2', '3 de mayo de 2031'],
  ['es-419', 'párrafo 2', '3 de mayo de 2031'],
  ['fr', 'paragraphe 2', '3 mai 2031'],
  ['pt-BR', 'parágrafo 2', '3 de maio de 2031'],
  ['ru', 'абзац 2', '3 мая 2031 г.'],
  ['he', 'פסקה 2', '3 במאי 2031'],
  ['ar', 'الفقرة 2', '3 مايو 2031'],
  ['sv-SE', 'paragraph 2', '3 May 2031'],
];

function partsOf(message: APIMessage): Shown {
  return shownBy(message);
}

const READERS = ['mira', 'tomas', 'ines'];

/** Who asks in a language, and who looks on; each a few times only, as nobody may press too fast. */
function readerOf(locale: string, isOther = false): string {
  const at = LOCALES.findIndex(([own]) => own === locale) + Number(isOther);
  return READERS[at % READERS.length] ?? 'mira';
}

function use(locale: string, name: string, options: Record<string, string> = {}) {
  const actor = running.sandbox.as(readerOf(locale));
  actor.speak(locale);
  return actor.run({ channel: CHANNEL, name, options });
}

describe.each(LOCALES)('in %s', (locale, paragraph, day) => {
  const say = sayIn(languageOf(locale));

  it('an answer is cited in the reader’s language, and read back for a follow-up', async () => {
    const question = 'How many boats have to move?';
    const answer = await use(locale, 'ask', { question }).reply();
    const parts = partsOf(answer);
    const [excerpt = '', ...rest] = (parts.description ?? '').split('\n');
    expect(excerpt).toMatch(/^> .*40 ?(?:\*\*)? ?boats.*\u00A0¹$/u);
    const cited = rest.find((line) => line.startsWith('-# ¹\u00A0')) ?? '';
    expect(dropDirection(cited).replaceAll('، ', ', ')).toMatch(
      new RegExp(
        `^-# ¹\u00A0Pier \\\\\\[closes\\\\\\] for repairs, Velmouth Courier, ${day.replaceAll('.', '\\.')}, ${paragraph}$`,
        'u',
      ),
    );
    expect(balanceDirection(parts.description ?? '')).toBe(parts.description);
    const label = say(phrase('discord.open-passage', { mark: '¹' }));
    expect([labelsIn(answer)[0], besideIn(answer)[0]]).toEqual([
      label,
      expect.stringMatching(/^https:\/\/courier\.example\/pier#:~:text=/u),
    ]);
  });

  it('what is not answered and not found is said in it', async () => {
    const nothing = partsOf(await use(locale, 'ask', { question: 'How heavy is a zeppelin?' }).reply());
    expect(nothing.description).toBe(say(phrase('answer.nothing')));
    const who = partsOf(await use(locale, 'who', { name: 'zeppelin' }).reply());
    expect(who.description).toContain(say(phrase('answer.nobody-called', { asked: 'zeppelin' })));
  });

  it('pages are turned with buttons that speak it, and refused in it to others', async () => {
    const message = await use(locale, 'search', { words: 'keeper lighthouse' }).reply();
    const next = say(phrase('discord.page-next'));
    const stranger = running.sandbox.as(readerOf(locale, true));
    stranger.speak(locale);
    const command = nameCommand('search');
    expect(await stranger.press(message.id, next).acknowledged).toMatchObject({
      kind: 'reply',
      message: saying(say(phrase('discord.pages-of-another', { command }))),
    });
    const second = await running.sandbox.as(readerOf(locale)).press(message.id, next).reply();
    expect(partsOf(second).foot).toBe(say(phrase('discord.page-of-turned', { page: 2, count: 3 })));
  });

  it('help tells of commands by the names that their reader types', async () => {
    const { title, description } = partsOf(await use(locale, 'help').reply());
    expect(title).toBe(say(phrase('answer.help')));
    expect(dropDirection(description)).toContain(`**/${say(phrase('command.ask.name'))} `);
    expect(balanceDirection(description)).toBe(description);
  });
});

describe('commands', () => {
  it('are registered in every locale of Discord’s that has a language here', () => {
    const ask = running.sandbox.commands().find(({ name }) => name === 'ask');
    expect(ask).toMatchObject({
      name_localizations: {
        de: 'fragen',
        'es-ES': 'preguntar',
        'es-419': 'preguntar',
        fr: 'demander',
        'pt-BR': 'perguntar',
        ru: 'спросить',
      },
      description_localizations: { de: 'Stell den Artikeln eine Frage' },
      options: [
        { name: 'question', name_localizations: { de: 'frage' } },
        { name: 'source', name_localizations: { de: 'quelle' } },
        { name: 'private', name_localizations: { de: 'privat' } },
      ],
    });
    const facts = running.sandbox.commands().find(({ name }) => name === 'facts');
    expect(JSON.stringify(facts)).toContain('"name_localizations":{"de":"Betrag",');
  });
});
