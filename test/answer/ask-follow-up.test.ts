import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/follow-up.js';

const previous = {
  question: 'Who opened the Marrow ferry?',
  source: 'ferry',
  excerpt: 'The Marrow ferry was opened by Ada Quill in 1987.',
};

describe('a question that replies to an answer', () => {
  it('takes its subject from the question before when it points back', () => {
    expect(completeQuestion('and when was that?', previous)).toEqual({
      text: 'and when was that? opened the Marrow ferry',
      source: 'ferry',
    });
  });

  it('stands by itself when it names its own subject', () => {
    expect(completeQuestion('Why did the harbour of Saltgate close?', previous)).toEqual({
      text: 'Why did the harbour of Saltgate close?',
      source: null,
    });
  });

  it('takes the words of the excerpt where the question before has none', () => {
    expect(completeQuestion('who said so?', { ...previous, question: 'who was it?' }).text).toBe(
      'who said so? The Marrow ferry was opened by Ada Quill in 1987.',
    );
  });

  it('is as asked without an exchange before it', () => {
    expect(completeQuestion('and when was that?', null)).toEqual({
      text: 'and when was that?',
      source: null,
    });
  });
});
