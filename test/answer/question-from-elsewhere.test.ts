import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/ask.js';
import { textAt } from '../../src/article/article.js';
import { excerptsOf } from '../../src/bot/reply.js';
import type { Encoder } from '../../src/encoder/encoder.js';
import { buildTestCorpus } from '../corpus-builder.js';
import { sharedReader } from '../shipped-reader.js';
import { createTestCorpus } from './test-corpus.js';

const reader = sharedReader();
const read: Encoder['read'] = (...row) =>
  reader?.read(...row) ?? Promise.resolve({ ok: false, reason: 'unavailable' });
const corpus = await createTestCorpus([
  {
    id: 'ferry',
    text: [
      'The harbour of Saltgate closed in March after a storm.',
      'Mayor Ada Quill opened the new bridge on Monday. It cost 4.1 million euros.',
      'The old ferry sank in the harbour. Nobody was injured.',
      'The museum is free for children.',
    ].join('\n\n'),
  },
]);

const inTwo = await buildTestCorpus([
  { id: 'school', text: 'Ada Quill designed the new school in Saltgate. It has a library.' },
  {
    id: 'schule',
    language: 'de',
    text: 'Ida Krull entwarf die neue Schule in Nordau. Sie hat eine Bibliothek.',
  },
]);

async function firstFor(question: string): Promise<string> {
  const [first] = excerptsOf(await answerQuestion(corpus, { question }, read));
  return first === undefined ? '' : textAt(first.article, first);
}

const CLOSED = 'The harbour of Saltgate closed in March after a storm.';
const OPENED = 'Mayor Ada Quill opened the new bridge on Monday.';

describe.skipIf(reader === null)('a question in another language than the articles', () => {
  it.each([
    ['Wann wurde der Hafen von Saltgate geschlossen?', CLOSED],
    ['Quand le port de Saltgate a-t-il fermé ?', CLOSED],
    ['¿Cuándo cerró el puerto de Saltgate?', CLOSED],
    ['Quando fechou o porto de Saltgate?', CLOSED],
    ['Когда закрыли порт Saltgate?', CLOSED],
    ['متى أغلق ميناء Saltgate؟', CLOSED],
    ['מתי נסגר נמל Saltgate?', CLOSED],
    ['Wer hat die neue Brücke eröffnet?', OPENED],
    ['Qui a ouvert le nouveau pont ?', OPENED],
    ['¿Quién abrió el puente nuevo?', OPENED],
    ['Кто открыл новый мост?', OPENED],
    ['من افتتح الجسر الجديد؟', OPENED],
    ['מי פתח את הגשר החדש?', OPENED],
  ])('has the sentence first that answers it: %s', async (question, sentence) => {
    expect(await firstFor(question)).toBe(sentence);
  });

  it.each([
    'Wer hat die Universität gegründet?',
    'Combien de médecins travaillent à l’hôpital ?',
    '¿Cuántos soldados murieron en la guerra?',
    'Сколько стоит билет на поезд?',
    'من فاز بالمباراة؟',
    'כמה עולה החשמל?',
  ])('is not said to be answered by what the articles do not say: %s', async (question) => {
    expect((await answerQuestion(corpus, { question }, read)).kind).not.toBe('answer');
  });

  it.each([
    ['Wer hat die Präsidentschaftswahl gewonnen?', 'answer.nothing-elsewhere'],
    ['Сколько солдат погибло на войне?', 'answer.nothing-elsewhere'],
    ['מי ניצח בבחירות?', 'answer.nothing-elsewhere'],
    ['What is the capital of France?', 'answer.nothing'],
  ])(
    'has the reply say that its language was not theirs where nothing is found: %s',
    async (question, message) => {
      const reply = await answerQuestion(corpus, { question }, read);
      expect(reply).toMatchObject({ kind: 'nothing', note: { message } });
    },
  );

  it('is answered by an article in its own language before one in English', async () => {
    const reply = await answerQuestion(inTwo, { question: 'Wer entwarf die neue Schule?' }, read);
    expect(excerptsOf(reply)[0]?.article.id).toBe('schule');
    const english = await answerQuestion(inTwo, { question: 'Who designed the new school?' }, read);
    expect(excerptsOf(english)[0]?.article.id).toBe('school');
  });
});
