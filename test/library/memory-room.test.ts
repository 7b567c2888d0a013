import { expect, it } from 'vitest';
import { ARTICLE_LIMITS } from '../../src/article/limits.js';
import { FULL_ROOM, roomIn } from '../../src/library/memory-room.js';

const GIBIBYTE = 1024 ** 3;

it('is full where there is memory enough, and no more than full', () => {
  expect(roomIn(2 * GIBIBYTE)).toEqual(FULL_ROOM);
  expect(roomIn(16 * GIBIBYTE)).toEqual(FULL_ROOM);
});

it('shrinks with the memory that there is', () => {
  const { text, passages } = FULL_ROOM;
  expect(roomIn(1.98 * GIBIBYTE)).toEqual({
    text: Math.floor(text * 0.99),
    passages: Math.floor(passages * 0.99),
  });
  expect(roomIn(1.5 * GIBIBYTE).passages).toBe(passages * 0.75);
});

it('always holds the longest article', () => {
  expect(roomIn(GIBIBYTE / 4).text).toBe(ARTICLE_LIMITS.fileBytes + 1);
});
