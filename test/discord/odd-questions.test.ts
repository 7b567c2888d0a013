import { type APIMessage, ComponentType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { excerptsIn, type Shown, shownBy } from './read-message.js';
import { type KeepingBot, runKeepingBot } from './running-bot.js';

const CHANNEL = 'harbour/general';
const MENU = 'Ask the articles about this';

function partsOf(message: APIMessage): Shown {
  expect(message.components?.[0]).toMatchObject({ type: ComponentType.Container });
  return shownBy(message);
}

let running: KeepingBot;
beforeAll(async () => {
  running = await runKeepingBot();
});
afterAll(() => running.stop());

const ask = (question: string) =>
  running.sandbox.as('mira').run({ channel: CHANNEL, name: 'ask', options: { question } }).reply();
const mention = async (text: string, who = 'mira') =>
  partsOf(await running.sandbox.as(who).say(CHANNEL, `@bot ${text}`).answer());

describe('a question is answered however it is written', () => {
  test.each([
    'HOW MANY BOATS WOULD HAVE TO MOVE?',
    'how many BOATS would have to move?',
    'How many boats would have to move? <:flame:123456789012345678> 🔥',
    '**How many** boats would ||have to|| move?',
    'hwo many boats would have to move?',
    'How many baots would have to move?',
  ])('%s', async (question) => {
    for (const parts of [partsOf(await ask(question)), await mention(question)]) {
      expect(excerptsIn(parts)[0]).toContain('40 boats would have to move');
    }
  });

  test.each(['thanks', 'hello', 'good bot', 'help', 'ty!', 'danke', 'спасибо'])(
    '“%s” is greeted and no gap',
    async (said) => {
      const sentence = 'Glad you are here: ask me about the articles, and /help shows how.';
      expect(partsOf(await ask(said)).title).toBe(sentence);
      expect((await mention(said)).title).toBe(sentence);
      const gaps = partsOf(await running.sandbox.as('oskar').run({ channel: CHANNEL, name: 'gaps' }).reply());
      expect(gaps.description).not.toContain(said);
    },
  );
});

describe('a forwarded message', () => {
  test('is asked about by its text', async () => {
    const { sandbox } = running;
    const { message } = sandbox.as('tomas').say(CHANNEL, 'I heard that 40 boats would have to move.');
    const forwarded = sandbox.as('tomas').forward(message.id, CHANNEL);
    expect(forwarded.message).toMatchObject({
      content: '',
      message_reference: { type: 1, message_id: message.id },
      message_snapshots: [{ message: { content: 'I heard that 40 boats would have to move.' } }],
    });
    const parts = partsOf(await sandbox.as('mira').useOnMessage(CHANNEL, MENU, forwarded.message.id).reply());
    expect(parts.title).toBe('I heard that 40 boats would have to move.');
    expect(excerptsIn(parts)[0]).toContain('40 boats');
  });

  test('to the bot’s direct messages is a question', async () => {
    const { sandbox } = running;
    const { message } = sandbox.as('mira').say(CHANNEL, 'How many boats would have to move?');
    const dm = sandbox.as('mira').forward(message.id, 'dm/mira');
    expect(excerptsIn(await dm.answer())[0]).toContain('40 boats');
  });
});

describe('a question that points to a message', () => {
  test('asks about that message where bots may read it', async () => {
    const { sandbox } = running;
    const { message } = sandbox.as('tomas').say(CHANNEL, '@bot 40 boats would have to move.');
    const reply = sandbox.as('mira').say(CHANNEL, '@bot is this true?', { replyTo: message.id });
    const parts = partsOf(await reply.answer());
    expect(parts.title).toBe('40 boats would have to move.');
    expect(excerptsIn(parts)[0]).toContain('40 boats');
  });

  test('says what to do where it may not', async () => {
    const { sandbox } = running;
    const { message } = sandbox.as('tomas').say(CHANNEL, '40 boats would have to move.');
    const reply = sandbox.as('mira').say(CHANNEL, '@bot source?', { replyTo: message.id });
    expect(partsOf(await reply.answer()).description).toBe(
      `I cannot see what that message says: choose Apps → ${MENU} in its menu, or paste its text here.`,
    );
  });
});
