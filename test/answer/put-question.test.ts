import { expect, test } from 'vitest';
import { putQuestion } from '../../src/answer/put-question.js';
import { buildTestCorpus, contextOf } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

async function put(question: string) {
  const corpus = await buildTestCorpus([{ id: 'pier', text: 'The pier closed.' }]);
  const asked: string[] = [];
  const context = contextOf(corpus, {
    ask: (one) => {
      asked.push(one.question);
      return { kind: 'nothing', asked: one.question, note: '' };
    },
  });
  return {
    reply: inEnglish(await putQuestion({ question, source: undefined, previous: null }, context)),
    asked,
  };
}

test.each(['<@1>', '🔥', '<:flame:1> <#2>', '**'])('“%s” is an empty question', async (question) => {
  expect(await put(question)).toEqual({
    reply: { kind: 'refused', reason: 'The question is empty: ask it in a few words.' },
    asked: [],
  });
});

test('is looked for as most would type it, and shown as it was asked', async () => {
  const { reply, asked } = await put('WHNE DID THE PIER <:a:1> CLOSE?');
  expect(asked).toEqual(['when did the pier close?']);
  expect(reply).toMatchObject({ asked: 'WHNE DID THE PIER CLOSE?' });
});

test('what is no question is put to no article', async () => {
  expect(await put('Thanks!')).toMatchObject({ reply: { kind: 'notice', lines: [] }, asked: [] });
});
