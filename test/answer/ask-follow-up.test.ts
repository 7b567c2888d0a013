import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/follow-up.js';
import { findPersonSpokenOf } from '../../src/answer/person-spoken-of.js';
import { createTestCorpus } from './test-corpus.js';

const previous = {
  question: 'Who opened the Marrow ferry?',
  source: 'ferry',
  excerpt: 'The Marrow ferry was opened by Ada Quill in 1987.',
};

describe('a question that replies to an answer', () => {
  it('takes its subject from the question before when it points back', () => {
    expect(completeQuestion('and when was that?', previous)).toEqual({
      texts: ['and when was that? opened the Marrow ferry'],
      source: 'ferry',
    });
  });

  it('stands by itself when it names its own subject', () => {
    expect(completeQuestion('Why did the harbour of Saltgate close?', previous)).toEqual({
      texts: ['Why did the harbour of Saltgate close?'],
      source: null,
    });
  });

  it.each(['who said so?', 'says who?', 'according to whom?', 'And who told you that?'])(
    '"%s" is asked of the excerpt',
    (asked) => {
      expect(completeQuestion(asked, previous)).toEqual({
        texts: [`${asked} The Marrow ferry was opened by Ada Quill in 1987.`],
        source: 'ferry',
      });
    },
  );

  it('takes the words of the excerpt where the question before has none', () => {
    expect(completeQuestion('and when?', { ...previous, question: 'who was it?' }).texts).toEqual([
      'and when? The Marrow ferry was opened by Ada Quill in 1987.',
    ]);
  });

  it.each([
    ['and who is her deputy?', "and who is Ada Quill's deputy?"],
    ['Who sued her?', 'Who sued Ada Quill?'],
  ])('"%s" may mean the person spoken of', (asked, meant) => {
    expect(completeQuestion(asked, previous, 'Ada Quill').texts).toEqual([
      meant,
      `${asked} opened the Marrow ferry`,
    ]);
  });

  it('asks for what somebody said with that name alone', () => {
    expect(completeQuestion('What did she say?', previous, 'Ada Quill').texts).toEqual([
      'What did Ada Quill say?',
    ]);
  });

  it('is as asked without an exchange before it', () => {
    expect(completeQuestion('and when was that?', null)).toEqual({
      texts: ['and when was that?'],
      source: null,
    });
  });

  it('is never without a text, whatever is asked after whatever', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (asked, question, excerpt) => {
        const { texts } = completeQuestion(asked, { question, excerpt, source: null }, 'Ada $& Quill');
        expect(texts.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the person whom an exchange is about', async () => {
  const text =
    'The Marrow ferry was opened by Ada Quill in 1987. Tomas Feld, who built it, said that Quill had paid him late.';
  const corpus = await createTestCorpus([{ id: 'ferry', text }]);
  const [article] = corpus.articles;
  if (article === undefined) throw new Error('The corpus has no article.');
  const analysis = await corpus.read(article);

  it('is the one whom the question names', () => {
    const asked = { ...previous, question: 'What did Tomas Feld say?', excerpt: text.slice(0, 49) };
    expect(findPersonSpokenOf(asked, analysis)).toBe('Tomas Feld');
  });

  it('is otherwise the first whom the excerpt names', () => {
    expect(findPersonSpokenOf(previous, analysis)).toBe('Ada Quill');
  });

  it('is nobody where neither names anyone', () => {
    expect(findPersonSpokenOf({ ...previous, excerpt: 'It rained.' }, analysis)).toBeNull();
    expect(findPersonSpokenOf({ ...previous, excerpt: '' }, analysis)).toBeNull();
  });
});
