import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../src/server/group-questions.js';

/** The groups as sets of questions, so that their order does not matter. */
function group(questions: readonly string[]): string[][] {
  return groupQuestions(questions)
    .map((members) => members.map((i) => questions[i] ?? '').toSorted())
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

describe('questions', () => {
  it('are alike where they ask with the same words, in whatever order and form', () => {
    expect(
      group([
        'When does the ferry to Solberg run?',
        'when do ferries run to solberg',
        'Solberg ferry: when is it running?',
        'Who is the mayor?',
      ]),
    ).toEqual([
      [
        'Solberg ferry: when is it running?',
        'When does the ferry to Solberg run?',
        'when do ferries run to solberg',
      ],
      ['Who is the mayor?'],
    ]);
  });

  it('are alike in spite of slips of the keys in their longer words', () => {
    expect(group(['Where is the library?', 'where is the libary', 'Where is the harbour?'])).toHaveLength(2);
  });

  it('are not alike for a number that differs', () => {
    expect(group(['What happened in 1912?', 'What happened in 1913?'])).toHaveLength(2);
  });

  it('are not alike for a common word that they share', () => {
    const questions = ['ferry fares', 'ferry accident', 'ferry captain', 'ferry pets'];
    expect(group(questions)).toHaveLength(4);
  });

  it('that nothing but a small word tells apart fall together, as /gaps says of its groups', () => {
    expect(group(['Who built the pier?', 'When was the pier built?'])).toHaveLength(1);
  });

  it('without a word that says anything are alike where they read the same', () => {
    expect(group(['Why?', 'why?', 'And how?'])).toEqual([['And how?'], ['Why?', 'why?']]);
  });

  it('in a script without spaces are grouped too', () => {
    expect(group(['港はいつ開きますか', '港はいつ開きますか', '市長は誰ですか'])).toHaveLength(2);
  });
});

describe('grouping', () => {
  const word = fc.constantFrom(
    'ferry',
    'ferries',
    'harbour',
    'harbor',
    'fare',
    'mayor',
    'pier',
    'the',
    'when',
    '1912',
    'Oslo',
  );
  const question = fc.oneof(
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const questions = fc.array(question, { maxLength: 25 });

  it('puts each question into one group', () => {
    fc.assert(
      fc.property(questions, (list) => {
        expect(
          groupQuestions(list)
            .flat()
            .toSorted((a, b) => a - b),
        ).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('depends on the questions and not on their order', () => {
    fc.assert(
      fc.property(
        questions.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(group(shuffled)).toEqual(group(list));
        },
      ),
    );
  });

  it('puts the same words together, whatever their order', () => {
    fc.assert(
      fc.property(questions, fc.array(word, { minLength: 1, maxLength: 5 }), (list, words) => {
        const pair = [words.join(' '), words.toReversed().join(' ')];
        const of = groupQuestions([...pair, ...list]).filter(
          (members) => members.includes(0) || members.includes(1),
        );
        expect(of).toHaveLength(1);
      }),
    );
  });
});
