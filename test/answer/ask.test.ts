import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/ask.js';
import { textAt } from '../../src/article/article.js';
import { excerptsOf } from '../../src/bot/reply.js';
import type { Encoder } from '../../src/encoder/encoder.js';
import { inEnglish } from '../in-english.js';
import { sharedReader } from '../shipped-reader.js';
import { createTestCorpus } from './test-corpus.js';

const reader = sharedReader();
const read: Encoder['read'] = (...row) =>
  reader?.read(...row) ?? Promise.resolve({ ok: false, reason: 'unavailable' });
const corpus = await createTestCorpus([
  {
    id: 'ferry',
    text: 'The Marrow ferry was opened by Ada Quill in 1987. It carries 300 people a day.\n\nThe harbour of Saltgate closed in March after a storm.',
  },
]);

describe.skipIf(reader === null)('answerQuestion', () => {
  it('shows the whole sentence that answers', async () => {
    const reply = await answerQuestion(corpus, { question: 'Who opened the Marrow ferry?' }, read);
    const [first] = excerptsOf(reply);
    expect(first && textAt(first.article, first)).toBe('The Marrow ferry was opened by Ada Quill in 1987.');
    expect(reply.kind).toBe('answer');
  });

  it('refuses a question without a word and a source that is not there', async () => {
    expect(inEnglish(await answerQuestion(corpus, { question: ' ?! ' }, read))).toEqual({
      kind: 'refused',
      reason: 'The question is empty: ask it in a few words.',
    });
    expect(inEnglish(await answerQuestion(corpus, { question: 'Who?', source: 'moon' }, read))).toEqual({
      kind: 'refused',
      reason: 'No article is called “moon”; /sources lists those that are loaded.',
    });
  });

  it.each([
    'How heavy is a zeppelin?',
    'What is the capital of France?',
    'Who won the World Cup?',
    'What did Mr. Orlov say?',
  ])('has nothing to show for what the articles never mention: %s', async (question) => {
    const reply = await answerQuestion(corpus, { question }, read);
    expect(reply.kind).toBe('nothing');
    expect(excerptsOf(reply)).toEqual([]);
  });
});
