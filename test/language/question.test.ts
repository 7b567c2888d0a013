import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/language/question.js';

describe('a question', () => {
  it.each([
    ['Who opened the ferry?', 'person'],
    ['Where is the harbour?', 'place'],
    ['When did the talks begin?', 'date'],
    ['What year did the talks begin?', 'date'],
    ['How long did the strike last?', 'duration'],
    ['How many ships called?', 'number'],
    ['How much does a ship pay?', 'amount'],
    ['Why did the mayor resign?', 'reason'],
    ['How did the mayor win?', 'manner'],
    ['Which outlet reported the call?', 'group'],
    ['Who is Ada Quill?', 'definition'],
    ['What did the mayor say about the levy?', 'statement'],
    ['Did the mayor welcome the vote?', 'yes-no'],
    ['What does the plan contain?', 'thing'],
    ['mayor levy vote', 'keywords'],
  ])('"%s" asks for: %s', (text, kind) => {
    expect(analyseQuestion(text).kind).toBe(kind);
  });

  it('has the words that say something as terms, by their stems', () => {
    const { terms } = analyseQuestion('Which outlets reported the two calls on Oct. 7?');
    expect(terms.map(({ key }) => key)).toEqual(['outlet', 'report', '2', 'call', 'octob', '7']);
  });

  it('knows the noun that says what is asked for', () => {
    expect(analyseQuestion('Which Norwegian outlet reported the call?').focus).toBe('outlet');
    expect(analyseQuestion('Why did it close?').focus).toBeNull();
  });

  it('lets the initials of a name stand for it', () => {
    const { terms } = analyseQuestion('What did the World Health Organization say?');
    expect(terms.find(({ key }) => key === 'health')?.alternatives).toEqual(['who.']);
  });

  it('takes any text, with terms that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { terms, tokens } = analyseQuestion(text);
        for (const { token } of terms) expect(tokens[token]).toBeDefined();
        expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
      }),
      { numRuns: 60 },
    );
  });
});
