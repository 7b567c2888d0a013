import { expect, test } from 'vitest';
import { putQuestion } from '../../src/answer/put-question.js';
import type { PreviousAnswer } from '../../src/bot/command.js';
import { buildTestCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

async function put(question: string, previous: PreviousAnswer | null = null) {
  const corpus = await buildTestCorpus([{ id: 'pier', text: 'The pier closed.' }]);
  const asked: string[] = [];
  const context = contextOf(corpus, {
    ask: (one) => {
      asked.push(one.question);
      return { kind: 'nothing', asked: one.question, note: '' };
    },
  });
  return {
    reply: inEnglish(await putQuestion({ question, source: undefined, previous }, context)),
    asked,
  };
}

test.each(['<@1>', '🔥', '<:flame:1> <#2>', '**'])('“%s” is an empty question', async (question) => {
  expect(await put(question)).toEqual({
    reply: { kind: 'refused', reason: 'The question is empty: ask it in a few words.' },
    asked: [],
  });
});

test.each(['who', 'WHY?', 'how many', 'when …', 'x', '?? what ??', 'And how?'])(
  '“%s” does not say what to look for',
  async (question) => {
    expect(await put(question)).toEqual({
      reply: {
        kind: 'refused',
        reason: 'This does not say what to look for: ask it in a few words more.',
      },
      asked: [],
    });
  },
);

test.each(['who won', 'What is this about?', 'pier', 'C', '7', 'Who is Ada?', 'closed?'])(
  '“%s” is put to the articles',
  async (question) => {
    expect((await put(question)).asked).toHaveLength(1);
  },
);

test('a bare question asks on behind an answer', async () => {
  const previous = { question: 'When did the pier close?', source: 'pier', excerpt: 'The pier closed.' };
  expect((await put('why?', previous)).asked).toEqual(['why?']);
});

test('is looked for as most would type it, and shown as it was asked', async () => {
  const { reply, asked } = await put('WHNE DID THE PIER <:a:1> CLOSE?');
  expect(asked).toEqual(['when did the pier close?']);
  expect(reply).toMatchObject({ asked: 'WHNE DID THE PIER CLOSE?' });
});

test('what is no question is put to no article', async () => {
  expect(await put('Thanks!')).toMatchObject({ reply: { kind: 'notice', lines: [] }, asked: [] });
});
