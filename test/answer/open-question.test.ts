import { describe, expect, it } from 'vitest';
import { isOpenQuestion } from '../../src/answer/open-question.js';

describe('a question to everybody', () => {
  it.each([
    'How many boats have to move?',
    'anyone know the price?!',
    'He asked “why?”',
    '¿Cuánto cuesta el muelle',
    'When did the pier close',
    'Who’s the harbour master',
    'Wie viele Boote sind es',
    'Сколько лодок',
    'كم عدد القوارب؟',
    'כמה סירות',
    'いくつですか？',
    'When I was young, the pier stood.',
  ])('is %s', (text) => {
    expect(isOpenQuestion(text)).toBe(true);
  });

  it.each([
    '',
    'ok',
    'What a day!',
    'I wonder how many boats there are.',
    '!play which song?',
    '/ask who?',
    `${'why '.repeat(130)}?`,
    'See https://example.org/?page=2',
  ])('is not %s', (text) => {
    expect(isOpenQuestion(text)).toBe(false);
  });
});
